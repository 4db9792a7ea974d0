package dev.vitalcore.telemetry;

import static dev.vitalcore.telemetry.TestBlocks.ROWS;
import static dev.vitalcore.telemetry.TestBlocks.SAMPLES;
import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.telemetry.application.CatalogueEntry;
import dev.vitalcore.telemetry.application.Ingest;
import dev.vitalcore.telemetry.application.IngestLimits;
import dev.vitalcore.telemetry.application.IngestReport;
import dev.vitalcore.telemetry.application.LedgerLine;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.telemetry.application.SourceStatus;
import dev.vitalcore.telemetry.application.TelemetrySchema;
import dev.vitalcore.telemetry.domain.Calibration;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The way of a block through the context, and what a restart or a crash makes of it. */
class TelemetryIT extends TelemetryFixture {
    @Test
    void bringsBlocksFromIngestIntoSeriesCatalogueAndLedger() {
        try (Engines engines = Engines.open(broker, directory);
                TelemetryContext telemetry = start(engines)) {
            assertThat(accept(telemetry, block(0), block(1), block(2), block(4)))
                    .isEqualTo(new IngestReport(4, 0, List.of()));
            awaitLedger(telemetry, new LedgerLine(source, entry, 4, ranges(3, 3), ranges(), 0, 0));

            accept(telemetry, block(3), TestBlocks.last(block(5)));
            awaitLedger(telemetry, new LedgerLine(source, entry, 6, ranges(), ranges(3, 3), 0, 0));

            assertThat(telemetry.sessions().session(session))
                    .contains(
                            new SessionSummary(
                                    session,
                                    "Spa FP1",
                                    Optional.of("Spa-Francorchamps"),
                                    START,
                                    5 * SECOND + 9 * SECOND / 10,
                                    SessionSummary.State.STORED,
                                    1));
            assertThat(telemetry.sessions().sessions(100))
                    .extracting(SessionSummary::id)
                    .contains(session);
            assertThat(telemetry.sessions().entries(session))
                    .containsExactly(
                            new CatalogueEntry(
                                    entry, Optional.of("A. Driver"), Optional.of("Radical SR10")));
            SourceStatus status = telemetry.sessions().sources(session).getFirst();
            assertThat(status.state()).isEqualTo(SourceStatus.State.ENDED);
            assertThat(status.samples()).isEqualTo(6L * SAMPLES);
            assertThat(status.lastBlock()).isEqualTo(5);
            assertThat(status.format()).isEqualTo("racelogic-vbo");
            assertHasSpeedOfBlocks(engines, telemetry, 6);
        }
    }

    @Test
    void takesABlockOnceHoweverOftenItComesAndWheneverItIsRestarted() {
        try (Engines engines = Engines.open(broker, directory)) {
            try (TelemetryContext telemetry = start(engines)) {
                accept(telemetry, block(0), block(1));
                assertThat(accept(telemetry, block(1), block(2)))
                        .isEqualTo(new IngestReport(1, 1, List.of()));
                awaitArrived(telemetry, 3);
            }
            try (TelemetryContext telemetry = start(engines)) {
                assertThat(accept(telemetry, block(0), block(2), block(3)))
                        .isEqualTo(new IngestReport(1, 2, List.of()));
                awaitLedger(telemetry, new LedgerLine(source, entry, 4, ranges(), ranges(), 3, 0));
                assertHasSpeedOfBlocks(engines, telemetry, 4);
            }
        }
    }

    @Test
    void knowsAtTheStartWhatTheLogHoldsThoughNobodyWroteItToTheStores() {
        try (Engines engines = Engines.open(broker, directory)) {
            try (TelemetryContext telemetry = start(engines)) {
                accept(telemetry, block(0));
                awaitArrived(telemetry, 1);
            }
            try (Ingest alone = ingest(engines)) {
                alone.accept(encoded(block(1), block(2))).toCompletableFuture().join();
            }
            try (Ingest again = ingest(engines)) {
                assertThat(
                                again.accept(encoded(block(0), block(1), block(2), block(3)))
                                        .toCompletableFuture()
                                        .join())
                        .isEqualTo(new IngestReport(1, 3, List.of()));
            }
            try (TelemetryContext telemetry = start(engines)) {
                awaitArrived(telemetry, 4);
                assertHasSpeedOfBlocks(engines, telemetry, 4);
            }
        }
    }

    @Test
    void writesNothingTwiceAndLosesNothingWhenItDiesBetweenTheTwoStores() {
        try (Engines engines = Engines.open(broker, directory)) {
            DyingDatabase dying = new DyingDatabase(engines.database());
            try (TelemetryContext telemetry =
                    start(TelemetryContext.start(engines.portsWith(dying), settings()))) {
                accept(telemetry, block(0), block(1));
                awaitArrived(telemetry, 2);
                dying.die();
                accept(telemetry, block(2), block(4));
                await().atMost(SOON).until(dying::refusedAWrite);
                await().atMost(SOON).until(() -> telemetry.storeWriter().failure().isPresent());
            }
            try (TelemetryContext telemetry = start(engines)) {
                awaitLedger(
                        telemetry, new LedgerLine(source, entry, 4, ranges(3, 3), ranges(), 0, 0));
                assertThat(accept(telemetry, block(3), block(4)))
                        .isEqualTo(new IngestReport(1, 1, List.of()));
                awaitArrived(telemetry, 5);
                assertHasSpeedOfBlocks(engines, telemetry, 5);
                assertThat(telemetry.sessions().sources(session).getFirst().samples())
                        .isEqualTo(5L * SAMPLES);
            }
        }
    }

    @Test
    void keepsCalibratedValues() {
        Calibration doubled = new Calibration(Map.of("speed", new Calibration.Correction(2, 0.5)));
        Calibrations calibrations = new Calibrations(Map.of(), Map.of(entry, doubled));
        try (Engines engines = Engines.open(broker, directory);
                TelemetryContext telemetry =
                        start(
                                TelemetryContext.start(
                                        engines.ports(),
                                        settings(IngestLimits.defaults(), calibrations)))) {
            accept(telemetry, block(0));
            awaitArrived(telemetry, 1);
            engines.settleSeries();

            assertThat(speed(telemetry).values())
                    .containsExactly(
                            IntStream.range(0, ROWS).mapToDouble(row -> 2 * row + 0.5).toArray());
        }
    }

    private static Ingest ingest(Engines engines) {
        TelemetrySchema.migrate(engines.database());
        Ingest ingest = new Ingest(engines.ports(), IngestLimits.defaults(), Calibrations.NONE);
        ingest.start();
        ingest.ready().toCompletableFuture().join();
        return ingest;
    }
}
