package dev.vitalcore.telemetry;

import static dev.vitalcore.telemetry.TestBlocks.ROWS;
import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.telemetry.application.DeadLetterLine;
import dev.vitalcore.telemetry.application.IngestLimits;
import dev.vitalcore.telemetry.application.IngestReport;
import dev.vitalcore.telemetry.application.LedgerLine;
import dev.vitalcore.telemetry.application.RedriveOutcome;
import dev.vitalcore.telemetry.domain.BlockLimits;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is refused, or cannot be read on the log, and its way back. */
class DeadLettersIT extends TelemetryFixture {
    @Test
    void keepsRefusedBlocksAndTakesThemOnceTheCauseIsGone() {
        BlockLimits strict = new BlockLimits(1_000_000, ROWS - 1, 100, SECOND);
        try (Engines engines = Engines.open(broker, directory)) {
            try (TelemetryContext telemetry =
                    start(
                            TelemetryContext.start(
                                    engines.ports(),
                                    settings(new IngestLimits(strict, 10), Calibrations.NONE)))) {
                IngestReport report = accept(telemetry, block(0));
                assertThat(report.refused())
                        .singleElement()
                        .satisfies(refused -> {
                            assertThat(refused.code()).isEqualTo("block-too-large");
                            assertThat(refused.source()).isEqualTo(source.value());
                        });
                DeadLetterLine letter = awaitLetter(telemetry, source.value());
                assertThat(redrive(telemetry, letter))
                        .isEqualTo(new RedriveOutcome.Refused(report.refused().getFirst()));
                assertThat(lettersOf(telemetry, source.value()))
                        .singleElement()
                        .extracting(DeadLetterLine::redriven)
                        .isEqualTo(Optional.of("block-too-large"));
            }
            try (TelemetryContext telemetry = start(engines)) {
                DeadLetterLine letter = awaitLetter(telemetry, source.value());
                assertThat(redrive(telemetry, letter)).isEqualTo(new RedriveOutcome.Accepted());
                assertThat(redrive(telemetry, letter)).isEqualTo(new RedriveOutcome.Duplicate());
                awaitLedger(telemetry, new LedgerLine(source, entry, 1, ranges(), ranges(), 1, 1));
                assertThat(awaitLetter(telemetry, source.value()).redriven()).contains("duplicate");
                assertHasSpeedOfBlocks(engines, telemetry, 1);
            }
        }
    }

    @Test
    void takesTheUsableBlocksOfACallBesideGarbage() {
        try (Engines engines = Engines.open(broker, directory);
                TelemetryContext telemetry = start(engines)) {
            IngestReport report =
                    telemetry
                            .ingest()
                            .accept(
                                    List.of(
                                            Engines.CODEC.encode(block(0)),
                                            new byte[] {1, 2, 3},
                                            Engines.CODEC.encode(block(1))))
                            .toCompletableFuture()
                            .join();

            assertThat(report.accepted()).isEqualTo(2);
            assertThat(report.refused())
                    .singleElement()
                    .satisfies(refused -> {
                        assertThat(refused.source()).isEqualTo("unknown");
                        assertThat(refused.sequence()).isEqualTo(-1);
                        assertThat(refused.code()).isEqualTo("block-undecodable");
                    });
            awaitArrived(telemetry, 2);
            awaitLetter(telemetry, "unknown");
        }
    }

    @Test
    void setsAsideWhatCannotBeReadOnTheLogAndGoesOn() {
        try (Engines engines = Engines.open(broker, directory);
                TelemetryContext telemetry = start(engines)) {
            accept(telemetry, block(0));
            byte[] poison = (session + " is poisoned").getBytes(StandardCharsets.UTF_8);
            engines.log()
                    .append(Topics.BLOCKS, entry.toString(), poison)
                    .toCompletableFuture()
                    .join();
            accept(telemetry, block(1));

            awaitArrived(telemetry, 2);
            assertThat(awaitLetter(telemetry, "unknown").code()).isEqualTo("block-undecodable");
            assertThat(telemetry.storeWriter().failure()).isEmpty();
        }
    }

    private static DeadLetterLine awaitLetter(TelemetryContext telemetry, String of) {
        return await().atMost(SOON)
                .until(() -> lettersOf(telemetry, of), letters -> !letters.isEmpty())
                .getFirst();
    }

    private static List<DeadLetterLine> lettersOf(TelemetryContext telemetry, String of) {
        return telemetry.deadLetters().list(100).stream()
                .filter(letter -> letter.source().equals(of))
                .toList();
    }

    private static RedriveOutcome redrive(TelemetryContext telemetry, DeadLetterLine letter) {
        return telemetry.deadLetters().redrive(letter.id()).toCompletableFuture().join();
    }
}
