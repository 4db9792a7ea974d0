package dev.vitalcore.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LagTest {
    private static final List<OptionalLong> HALF_KNOWN =
            List.of(OptionalLong.of(0), OptionalLong.empty());

    private final Lag lag = new Lag();

    /** The first answer of a log may come late; polls come back empty until then. */
    @Test
    void isWhatWasAskedForUntilAllPartitionsTell() {
        lag.begin(300);

        lag.measure(HALF_KNOWN, 0);

        assertThat(lag.records()).isEqualTo(300);
    }

    @Test
    void goesDownByWhatWasHandledWhileAPartitionDoesNotTell() {
        lag.begin(300);

        lag.measure(HALF_KNOWN, 100);
        lag.measureAfterHandling(HALF_KNOWN, 100);

        assertThat(lag.records()).isEqualTo(200);
    }

    @Test
    void countsTheBatchInHandUntilItIsHandled() {
        List<OptionalLong> known = List.of(OptionalLong.of(20), OptionalLong.of(3));

        lag.measure(known, 100);
        assertThat(lag.records()).isEqualTo(123);

        lag.measureAfterHandling(known, 100);
        assertThat(lag.records()).isEqualTo(23);
    }

    @Test
    void isNothingWhereThereIsNothing() {
        lag.begin(1);

        lag.measure(List.of(OptionalLong.of(0)), 0);

        assertThat(lag.records()).isZero();
    }
}
