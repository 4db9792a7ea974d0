package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.sql.Database;
import java.time.InstantSource;

/** What telemetry needs of the world. Whoever makes these closes them, after the context. */
public record TelemetryPorts(
        EventLog log,
        Codec<TelemetryBlock> blocks,
        Codec<DeadLetter> deadLetters,
        Database database,
        SeriesStore series,
        InstantSource clock) {

    /**
     * The same for those who answer questions: their reads may be refused, those of ingest and of
     * the store writer never.
     */
    public TelemetryPorts readBy(Database reads, SeriesStore seriesReads) {
        return new TelemetryPorts(log, blocks, deadLetters, reads, seriesReads, clock);
    }
}
