package dev.vitalcore.timing.domain;

import dev.vitalcore.kernel.EpochNanos;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the steps, falls, holes and standstills of one scalar channel. */
final class SignalTracker implements Tracker<SignalTracker> {
    /** Longer than the slowest usual rate (1 Hz) and its jitter. */
    private static final long HOLE_NANOS = 2_500 * EpochNanos.PER_MILLI;

    /** The usual pit lane limit of 80 km/h with the error of a speed limiter. */
    static final double PIT_LANE_KMH = 85;

    /** Less is a wheel sensor's noise or a receiver's drift. */
    private static final double STANDING_KMH = 5;

    /** Shorter is a spin or a gear box that jammed, not a stop. */
    private static final long STAND_NANOS = 3 * EpochNanos.PER_SECOND;

    /** A running time falls back by the whole lap; by less it was only corrected. */
    private static final double RESET_S = 5;

    /** The distance falls back by most of a lap; a reset to the pits lands somewhere else. */
    private static final double WRAP_M = 100;

    private static final double WRAP_RATIO = 0.2;

    private final Signal signal;
    private long lastTime = Long.MIN_VALUE;
    private double last = Double.NaN;
    private double rate = Double.NaN;
    private long slowSince = Long.MIN_VALUE;
    private long standingSince = Long.MIN_VALUE;
    private long stoodFrom = Long.MIN_VALUE;
    private long stoodUntil = Long.MIN_VALUE;
    private double firstValue = Double.NaN;
    private long firstTime = Long.MIN_VALUE;

    SignalTracker(Signal signal) {
        this.signal = signal;
    }

    @Override
    public void take(long time, double[] row, List<Evidence> found) {
        double value = row[0];
        if (lastTime == Long.MIN_VALUE) {
            firstTime = time;
            firstValue = value;
        } else {
            compare(time, value, found);
        }
        if (signal == Signal.SPEED) {
            watchStops(time, value, found);
        }
        lastTime = time;
        last = value;
    }

    private void compare(long time, double value, List<Evidence> found) {
        if (signal == Signal.SPEED && time - lastTime > HOLE_NANOS) {
            found.add(new Evidence.Hole(lastTime, time, false));
        }
        if (steps(value)) {
            found.add(new Evidence.Step(signal, lastTime, time, last, value, rate));
            rate = Double.NaN;
        } else {
            rate = (value - last) / EpochNanos.toSeconds(time - lastTime);
        }
    }

    private boolean steps(double value) {
        return switch (signal) {
            case SPEED -> false;
            case LAP_COUNTER, REPORTED_LAP, REPORTED_SPLIT -> value != last;
            // A clock that did not run before the first passing starts without a fall.
            case RUNNING_LAP -> value < last - RESET_S || (last == 0 && value > 0);
            case LAP_DISTANCE -> value < last - WRAP_M && value < last * WRAP_RATIO;
        };
    }

    private void watchStops(long time, double speedKmh, List<Evidence> found) {
        if (speedKmh > PIT_LANE_KMH) {
            Evidence.Stop stop = stop();
            if (stop != null) {
                found.add(
                        new Evidence.Stop(stop.from(), stop.stoodFrom(), stop.stoodUntil(), time));
            }
            slowSince = Long.MIN_VALUE;
            standingSince = Long.MIN_VALUE;
            stoodFrom = Long.MIN_VALUE;
            return;
        }
        slowSince = slowSince == Long.MIN_VALUE ? time : slowSince;
        if (speedKmh >= STANDING_KMH) {
            standingSince = Long.MIN_VALUE;
            return;
        }
        standingSince = standingSince == Long.MIN_VALUE ? time : standingSince;
        if (time - standingSince >= STAND_NANOS) {
            stoodFrom = stoodFrom == Long.MIN_VALUE ? standingSince : stoodFrom;
            stoodUntil = time;
        }
    }

    /** The stop under way, as far as it has come; null where the car is fast or has not stood. */
    Evidence.@Nullable Stop stop() {
        return stoodFrom == Long.MIN_VALUE
                ? null
                : new Evidence.Stop(slowSince, stoodFrom, stoodUntil, lastTime);
    }

    /** The first value seen; NaN before any. */
    double first() {
        return firstValue;
    }

    /** The last value seen; NaN before any. */
    double last() {
        return last;
    }

    /** Time of the first sample, {@code Long.MIN_VALUE} before any. */
    long firstTime() {
        return firstTime;
    }

    @Override
    public SignalTracker copy() {
        SignalTracker copy = new SignalTracker(signal);
        copy.lastTime = lastTime;
        copy.last = last;
        copy.rate = rate;
        copy.slowSince = slowSince;
        copy.standingSince = standingSince;
        copy.stoodFrom = stoodFrom;
        copy.stoodUntil = stoodUntil;
        copy.firstValue = firstValue;
        copy.firstTime = firstTime;
        return copy;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(lastTime);
        out.writeDouble(last);
        out.writeDouble(rate);
        out.writeLong(slowSince);
        out.writeLong(standingSince);
        out.writeLong(stoodFrom);
        out.writeLong(stoodUntil);
        out.writeDouble(firstValue);
        out.writeLong(firstTime);
    }

    static SignalTracker read(DataInput in, Signal signal) throws IOException {
        SignalTracker tracker = new SignalTracker(signal);
        tracker.lastTime = in.readLong();
        tracker.last = in.readDouble();
        tracker.rate = in.readDouble();
        tracker.slowSince = in.readLong();
        tracker.standingSince = in.readLong();
        tracker.stoodFrom = in.readLong();
        tracker.stoodUntil = in.readLong();
        tracker.firstValue = in.readDouble();
        tracker.firstTime = in.readLong();
        return tracker;
    }
}
