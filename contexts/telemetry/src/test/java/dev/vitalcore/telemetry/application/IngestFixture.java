package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.START;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.AvroDeadLetterCodec;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Ingest between a log that answers when told to, and a real database. */
abstract class IngestFixture {
    static final AvroBlockCodec BLOCKS = new AvroBlockCodec();
    static final AvroDeadLetterCodec LETTERS = new AvroDeadLetterCodec();

    final Fault logDown = Fault.unavailable("log-down", "log is down", "wait");
    final HeldLog log = new HeldLog();
    Database database;
    Ingest ingest;

    @BeforeEach
    void start(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("telemetry.db"));
        TelemetrySchema.migrate(database);
        ingest = started(IngestLimits.defaults(), Calibrations.NONE);
    }

    @AfterEach
    void stop() {
        ingest.close();
        database.close();
    }

    CompletableFuture<IngestReport> accept(TelemetryBlock... blocks) {
        return ingest.accept(List.of(blocks).stream().map(BLOCKS::encode).toList())
                .toCompletableFuture();
    }

    void send(TelemetryBlock... blocks) {
        ingest.accept(List.of(blocks).stream().map(BLOCKS::encode).toList());
    }

    void restart(IngestLimits limits) {
        restart(limits, Calibrations.NONE);
    }

    void restart(IngestLimits limits, Calibrations calibrations) {
        ingest.close();
        ingest = started(limits, calibrations);
    }

    Ingest started(IngestLimits limits, Calibrations calibrations) {
        Ingest started = ingest(limits, calibrations);
        started.start();
        started.ready().toCompletableFuture().join();
        return started;
    }

    Ingest ingest(IngestLimits limits, Calibrations calibrations) {
        InstantSource clock = InstantSource.fixed(EpochNanos.toInstant(START + 3_600 * SECOND));
        return new Ingest(
                new TelemetryPorts(log, BLOCKS, LETTERS, database, new NoSeries(), clock),
                limits,
                calibrations);
    }
}
