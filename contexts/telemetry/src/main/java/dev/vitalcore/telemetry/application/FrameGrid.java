package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.Fault;

/**
 * Moments evenly apart: {@code fromNanos + step * periodNanos}.
 *
 * @param steps how many moments, from 1
 */
public record FrameGrid(long fromNanos, long periodNanos, int steps) {
    /** Ten minutes at ten a second. */
    public static final int MOST_STEPS = 6000;

    public FrameGrid {
        if (steps < 1 || steps > MOST_STEPS || periodNanos < 1) {
            throw Fault.user(
                    "too-many-frames",
                    steps + " frames are asked for, one each " + periodNanos + " ns",
                    "ask for 1 to " + MOST_STEPS + " frames: a shorter time, or fewer a second");
        }
    }

    long at(int step) {
        return fromNanos + step * periodNanos;
    }

    /** The first moment after the last frame. */
    long endNanos() {
        return at(steps - 1) + 1;
    }
}
