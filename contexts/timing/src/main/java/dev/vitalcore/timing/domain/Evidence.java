package dev.vitalcore.timing.domain;

import dev.vitalcore.kernel.EpochNanos;

/**
 * One thing that a stream of samples shows; the raw material of {@link Judge}. Small and rare: some
 * a lap. Order and grouping are the judge's business.
 */
sealed interface Evidence {
    /** Event time at which it was complete, nanoseconds since the epoch. */
    long at();

    /**
     * The trace crosses the line of a gate.
     *
     * @param gate index in the list of gates of the source
     * @param forward in the gate's direction of travel
     * @param acrossMetres beside the middle of the gate, positive to the right
     * @param way between the two fixes on either side of the line
     */
    record Crossing(
            int gate, long at, boolean forward, double acrossMetres, double speedKmh, Way way)
            implements Evidence {
        /** Of a receiver, from fix to fix; at high rates most of the way between them. */
        static final double NOISE_M = 2;

        boolean fasterThanAnyCar() {
            return way.fasterThanAnyCar(NOISE_M);
        }
    }

    /**
     * From one sample to the next.
     *
     * @param nanos time between them by the clock of the recording
     * @param metres how far the car came; 0 where unknown
     */
    record Way(long nanos, double metres) {
        /** No car is faster, so samples that say so were not measured at the times they carry. */
        static final double FASTEST_M_S = 150;

        /**
         * @param noiseMetres by which the two places may differ although the car stands
         */
        boolean fasterThanAnyCar(double noiseMetres) {
            return metres > noiseMetres + FASTEST_M_S * EpochNanos.toSeconds(nanos);
        }
    }

    /**
     * Samples are missing for so long that a passing may have gone unseen.
     *
     * @param overLine the start/finish line lies between the two ends
     */
    record Hole(long from, long at, boolean overLine) implements Evidence {}

    /**
     * The car went no faster than a pit lane allows for a while, and stood still within it.
     *
     * @param from when it became slow
     * @param stoodFrom when it first stood
     * @param stoodUntil when it last stood
     * @param at when it became fast again
     */
    record Stop(long from, long stoodFrom, long stoodUntil, long at) implements Evidence {
        boolean slowAt(long time) {
            return from <= time && time <= at;
        }

        boolean standsAt(long time) {
            return stoodFrom <= time && time <= stoodUntil;
        }
    }

    /**
     * A value of the logger changed in a way that concerns laps.
     *
     * @param before time of the last sample with the old value
     * @param at time of the first sample with the new one
     * @param rate how fast the value grew before the step, a second; NaN where unknown
     */
    record Step(Signal signal, long before, long at, double from, double to, double rate)
            implements Evidence {}
}
