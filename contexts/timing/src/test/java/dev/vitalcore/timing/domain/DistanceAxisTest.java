package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistanceAxisTest {
    private static final double METRES_PER_DEGREE = 111_132;

    /** Northward at 40 m/s and 10 Hz; the fix in the middle lies 50 km away. */
    @Test
    void aFixThatNoCarCanReachAddsNothing() {
        int fixes = 101;
        double[] seconds = new double[fixes];
        double[] latitude = new double[fixes];
        double[] longitude = new double[fixes];
        for (int fix = 0; fix < fixes; fix++) {
            seconds[fix] = fix / 10.0;
            latitude[fix] = 45 + 4.0 * fix / METRES_PER_DEGREE;
            longitude[fix] = -87;
        }
        latitude[50] += 50_000 / METRES_PER_DEGREE;

        double[] metres = DistanceAxis.ofPositions(seconds, latitude, longitude);

        assertThat(metres[fixes - 1]).isCloseTo(400, within(1.0));
        assertThat(metres).isSorted();
    }
}
