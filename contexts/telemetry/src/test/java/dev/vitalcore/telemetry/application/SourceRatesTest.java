package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.SOURCE;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceRatesTest {
    private final SourceRates rates = new SourceRates();

    @Test
    void isZeroForASourceThatSentNothing() {
        assertThat(rates.samplesPerSecond(SOURCE, START)).isZero();
    }

    @Test
    void meansTheLastFiveWholeSeconds() {
        for (int second = 0; second < 20; second++) {
            rates.record(SOURCE, START + second * SECOND, 600);
            rates.record(SOURCE, START + second * SECOND + SECOND / 2, 400);
        }

        assertThat(rates.samplesPerSecond(SOURCE, START + 20 * SECOND)).isEqualTo(1_000);
    }

    @Test
    void leavesOutTheSecondUnderWay() {
        rates.record(SOURCE, START, 500);

        assertThat(rates.samplesPerSecond(SOURCE, START)).isZero();
        assertThat(rates.samplesPerSecond(SOURCE, START + SECOND)).isEqualTo(100);
    }

    @Test
    void fallsToZeroWhenASourceGoesSilent() {
        rates.record(SOURCE, START, 500);

        assertThat(rates.samplesPerSecond(SOURCE, START + 5 * SECOND)).isEqualTo(100);
        assertThat(rates.samplesPerSecond(SOURCE, START + 6 * SECOND)).isZero();
    }
}
