package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.ENTRY;
import static dev.vitalcore.telemetry.TestBlocks.SOURCE;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.domain.KnownChannels;
import dev.vitalcore.telemetry.domain.SourceState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockProgressTest {
    private static final SourceId OTHER = new SourceId("other");

    @Test
    void givesBackTheSourcesAsTheyWereSaved(@TempDir Path directory) {
        SourceState state =
                SourceState.unseen(SOURCE, ENTRY)
                        .evolve(block(0), 10)
                        .evolve(block(4), 20)
                        .evolve(block(2), 30);
        SourceState other = SourceState.unseen(OTHER, ENTRY).evolve(block(OTHER, ENTRY, 0), 5);
        try (Database database = SqliteDatabase.open(directory.resolve("progress.db"))) {
            TelemetrySchema.migrate(database);
            database.<Void>write(connection -> {
                for (SourceState saved : List.of(state, other)) {
                    SourceTable.save(connection, saved);
                    ChannelTable.save(connection, saved, new BatchSpan(0, 0, 1, 0));
                }
                OffsetTable.advance(connection, List.of(record(1, 41), record(1, 40)));
                OffsetTable.advance(connection, List.of(record(1, 42), record(3, 7)));
                return null;
            });

            BlockProgress progress = database.read(BlockProgress::load);

            // The layout itself is not kept, only what it taught.
            assertThat(progress.sources().get(SOURCE))
                    .isEqualTo(
                            state.withChannels(
                                    new KnownChannels(state.channels().units(), Optional.empty())));
            assertThat(progress.sources().get(OTHER).channels())
                    .isSameAs(progress.sources().get(SOURCE).channels());
            assertThat(progress.nextOffsets()).isEqualTo(Map.of(1, 43L, 3, 8L));
        }
    }

    private static LogRecord record(int partition, long offset) {
        return new LogRecord(Topics.BLOCKS, partition, offset, "key", new byte[0], 0);
    }
}
