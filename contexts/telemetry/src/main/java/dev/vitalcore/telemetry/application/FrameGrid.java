package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;

/**
 * Moments evenly apart: {@code step / hz} seconds after the first, to the nanosecond, however many
 * there are.
 *
 * @param hz moments a second, from 1
 * @param steps how many moments, from 1
 */
public record FrameGrid(long fromNanos, int hz, int steps) {
    /** Ten minutes at ten a second. */
    public static final int MOST_STEPS = 6000;

    public FrameGrid {
        if (steps < 1 || steps > MOST_STEPS || hz < 1) {
            throw Fault.user(
                    "too-many-frames",
                    steps + " frames are asked for, " + hz + " a second",
                    "ask for 1 to " + MOST_STEPS + " frames: a shorter time, or fewer a second");
        }
    }

    long at(int step) {
        return fromNanos + (step * EpochNanos.PER_SECOND + hz / 2) / hz;
    }

    /** The first moment after the last frame. */
    long endNanos() {
        return at(steps - 1) + 1;
    }
}
