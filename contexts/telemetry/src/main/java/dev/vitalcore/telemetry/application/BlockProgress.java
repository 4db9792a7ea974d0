package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.telemetry.domain.KnownChannels;
import dev.vitalcore.telemetry.domain.SourceState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The projection of {@code telemetry.blocks} as it was committed last: the sources, and where to
 * read on.
 */
record BlockProgress(Map<SourceId, SourceState> sources, Map<Integer, Long> nextOffsets) {

    static BlockProgress load(Connection connection) throws SQLException {
        Map<SourceId, Map<String, Unit>> units = ChannelTable.all(connection);
        // Sources of one kind of logger have equal channels: each set is kept in memory once.
        Map<Map<String, Unit>, KnownChannels> shared = new HashMap<>();
        Map<SourceId, SourceState> sources = new HashMap<>();
        for (SourceState row : SourceTable.all(connection)) {
            KnownChannels channels =
                    shared.computeIfAbsent(
                            units.getOrDefault(row.source(), Map.of()),
                            known -> new KnownChannels(known, Optional.empty()));
            sources.put(row.source(), row.withChannels(channels));
        }
        return new BlockProgress(sources, OffsetTable.load(connection, Topics.BLOCKS));
    }
}
