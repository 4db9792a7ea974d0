package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceLedgerTest {
    private final SequenceLedger ledger = new SequenceLedger();

    @Test
    void takesEveryNumberOnceInAnyOrder() {
        assertThat(ledger.take(2)).isTrue();
        assertThat(ledger.take(0)).isTrue();
        assertThat(ledger.take(2)).isFalse();
        assertThat(ledger.take(1)).isTrue();
        assertThat(ledger.take(0)).isFalse();
        assertThat(ledger.take(3)).isTrue();
        assertThat(ledger.take(3)).isFalse();
    }

    @Test
    void givesUpTheOldestGapRatherThanGrowForEver() {
        for (long sequence = 1; sequence <= 5_000; sequence++) {
            assertThat(ledger.take(sequence)).isTrue();
        }

        assertThat(ledger.take(0)).isFalse();
        assertThat(ledger.take(5_001)).isTrue();
    }
}
