package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.Holes;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.timing.domain.LapCertainty;
import dev.vitalcore.timing.domain.LapDelta.AtLine;
import dev.vitalcore.timing.domain.LapTrace;
import dev.vitalcore.timing.domain.LapTrace.Place;
import java.util.Locale;

/**
 * Refuses two laps that are not of one circuit and one line: a place on one of them is no place on
 * the other, and their delta would be nonsense. Only laps from line to line have lengths and starts
 * that can be compared; of others it is known that they must begin near the way of the reference.
 */
final class OneCircuit {
    /** The longest circuits have their pits and their other lines nearer than that. */
    private static final double FARTHEST_M = 2_000;

    /** Another line through the corners, an excursion, the noise of a receiver, a rare sample. */
    private static final double LENGTHS_DIFFER = 0.06;

    /** Where a length was summed from speed: tyres wear, and wheels spin and lock. */
    private static final double LENGTHS_BY_SPEED_DIFFER = 0.15;

    private static final double EARTH_RADIUS_M = 6_371_000;

    private final Side reference;
    private final Side other;
    private final boolean bothWhole;

    private OneCircuit(Side reference, Side other) {
        this.reference = reference;
        this.other = other;
        this.bothWhole = reference.wholeLap() && other.wholeLap();
    }

    /** One of the two laps. */
    record Side(LapSamples samples, LapTrace trace) {
        /**
         * Of an out lap it is not told whether it begins in the pits or at the line beside them.
         */
        private boolean beginsAtLine() {
            return switch (samples.lap().kind()) {
                case FLYING, IN -> true;
                case OUT, PIT, PARTIAL -> false;
            };
        }

        private boolean endsAtLine() {
            return samples.lap().endedBy() != Witness.RECORDING;
        }

        /** From line to line, and nothing of it is missing. */
        private boolean wholeLap() {
            return samples.lap().kind() == LapKind.FLYING
                    && !LapCertainty.uncertain(samples.lap())
                    && widestHoleSeconds() <= Holes.WIDEST_BRIDGED_S;
        }

        /** Over a hole a length is cut short. */
        private double widestHoleSeconds() {
            double widest = trace.lapSeconds() - trace.seconds()[trace.seconds().length - 1];
            double before = 0;
            for (double seconds : trace.seconds()) {
                widest = Math.max(widest, seconds - before);
                before = seconds;
            }
            return widest;
        }

        private boolean placed() {
            return !(trace.place() instanceof Place.Unknown);
        }

        private String length() {
            return "%s is %s long".formatted(samples.reference(), kilometres(trace.lengthMetres()));
        }
    }

    /** Which of their ends two laps have in common. */
    static AtLine atLine(Side reference, Side other) {
        return new AtLine(
                reference.beginsAtLine() && other.beginsAtLine(),
                reference.endsAtLine() && other.endsAtLine());
    }

    /**
     * @throws Fault (user) naming both lengths, or how far the two are apart
     */
    static void require(Side reference, Side other) {
        OneCircuit laps = new OneCircuit(reference, other);
        laps.requireNear();
        if (laps.bothWhole) {
            laps.requireAlike();
        }
    }

    private void requireNear() {
        double apart = metresApart();
        if (apart > FARTHEST_M) {
            throw refusal(
                    "%s begins %s from %s; %s, %s"
                            .formatted(
                                    other.samples.reference(),
                                    kilometres(apart),
                                    bothWhole
                                            ? "where " + reference.samples.reference() + " begins"
                                            : "the way of " + reference.samples.reference(),
                                    reference.length(),
                                    other.length()));
        }
    }

    private void requireAlike() {
        double ours = reference.trace.lengthMetres();
        double theirs = other.trace.lengthMetres();
        double most =
                reference.placed() && other.placed() ? LENGTHS_DIFFER : LENGTHS_BY_SPEED_DIFFER;
        if (Math.abs(ours - theirs) > most * Math.max(ours, theirs)) {
            throw refusal(reference.length() + ", " + other.length());
        }
    }

    /** 0 where the two places cannot be compared. */
    private double metresApart() {
        if (reference.trace.place() instanceof Place.OnEarth ours
                && other.trace.place() instanceof Place.OnEarth theirs) {
            return nearest(
                    ours.latitude().length,
                    i ->
                            onEarth(
                                    ours.latitude()[i],
                                    ours.longitude()[i],
                                    theirs.latitude()[0],
                                    theirs.longitude()[0]));
        }
        if (reference.trace.place() instanceof Place.InWorld ours
                && other.trace.place() instanceof Place.InWorld theirs) {
            return nearest(
                    ours.x().length,
                    i -> Math.hypot(ours.x()[i] - theirs.x()[0], ours.y()[i] - theirs.y()[0]));
        }
        return 0;
    }

    /** From the start of the one to the start of the other, or to the nearest place of its way. */
    private double nearest(int size, MetresTo metresTo) {
        int looked = bothWhole ? 1 : size;
        double least = Double.MAX_VALUE;
        for (int index = 0; index < looked; index++) {
            least = Math.min(least, metresTo.sample(index));
        }
        return least;
    }

    private interface MetresTo {
        double sample(int index);
    }

    /** On a sphere, half a percent off at the most. */
    private static double onEarth(
            double latitude1, double longitude1, double latitude2, double longitude2) {
        double north = Math.sin(Math.toRadians(latitude2 - latitude1) / 2);
        double east = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
        double square =
                north * north
                        + Math.cos(Math.toRadians(latitude1))
                                * Math.cos(Math.toRadians(latitude2))
                                * east
                                * east;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(Math.min(1, square)));
    }

    private static String kilometres(double metres) {
        return metres >= 100_000
                ? String.format(Locale.ROOT, "%,.0f km", metres / 1_000)
                : String.format(Locale.ROOT, "%.3f km", metres / 1_000);
    }

    private static Fault refusal(String message) {
        return Fault.user(
                "overlay-of-two-circuits",
                message,
                "choose two laps of one circuit and layout that are timed at the same line");
    }
}
