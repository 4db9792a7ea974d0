package dev.vitalcore.timing.domain.corner;

import dev.vitalcore.timing.domain.LapTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the corners of a circuit from one lap: stretches on which its way bends to one side, see
 * docs/corners.md. A lap begins and ends at the line: of a corner that lies across it each part is
 * one of its own.
 */
public final class CornerFinder {
    /** A corner has a radius below that somewhere. */
    private static final double BEGINS_BELOW_M = 250;

    /** It lasts as long as the radius stays below that. */
    private static final double ENDS_ABOVE_M = 450;

    /** What lies nearer together and turns the same way is one corner with two apexes. */
    private static final double APART_M = 30;

    /** What turns less is a bend in a straight, or an error of the receiver. */
    private static final double LEAST_TURN_DEG = 15;

    /** No circuit is longer; where the positions make no sense a lap may be. */
    private static final double LONGEST_M = 80_000;

    private final Bend bend;
    private final List<Stretch> stretches = new ArrayList<>();

    private CornerFinder(Bend bend) {
        this.bend = bend;
    }

    /**
     * The lateral acceleration of a lap with the speed, sample by sample.
     *
     * @param metres since the lap began, never falling
     * @param lateralG positive to either side
     */
    public record Grip(double[] metres, double[] lateralG, double[] speedKmh) {}

    /** From positions; where there are none, from the lateral acceleration. */
    public static CornerSearch find(LapTrace trace, Optional<Grip> grip) {
        double length = trace.lengthMetres();
        if (!(length <= LONGEST_M)) {
            return new CornerSearch.NotFound(
                    String.format(
                            Locale.ROOT, "is %.0f km long, as no circuit is", length / 1_000));
        }
        return Bend.ofPositions(trace)
                .or(() ->
                        grip.filter(samples -> samples.metres.length > 0)
                                .map(samples ->
                                        Bend.ofAcceleration(
                                                samples.metres,
                                                samples.lateralG,
                                                samples.speedKmh,
                                                length)))
                .map(CornerFinder::in)
                .orElseGet(() ->
                        new CornerSearch.NotFound(
                                "has no positions, nor lateral acceleration together with speed"));
    }

    static CornerSearch in(Bend bend) {
        CornerFinder finder = new CornerFinder(bend);
        finder.collect();
        return new CornerSearch.Found(finder.corners(), bend.basis());
    }

    /** Indices, both inclusive. */
    private record Stretch(int from, int until, boolean left) {}

    private void collect() {
        double[] curvature = bend.curvature();
        int free = 0;
        for (int index = 0; index < curvature.length; index++) {
            if (Math.abs(curvature[index]) < 1 / BEGINS_BELOW_M) {
                continue;
            }
            boolean left = curvature[index] > 0;
            int from = index;
            while (from > free && bends(from - 1, left)) {
                from--;
            }
            int until = index;
            while (until + 1 < curvature.length && bends(until + 1, left)) {
                until++;
            }
            add(new Stretch(from, until, left));
            free = until + 1;
            index = until;
        }
    }

    private boolean bends(int index, boolean left) {
        double curvature = bend.curvature()[index];
        return (left ? curvature : -curvature) > 1 / ENDS_ABOVE_M;
    }

    private void add(Stretch next) {
        Stretch last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null
                && last.left == next.left
                && (next.from - last.until) * bend.step() < APART_M) {
            stretches.removeLast();
            stretches.add(new Stretch(last.from, next.until, last.left));
        } else {
            stretches.add(next);
        }
    }

    private List<Corner> corners() {
        List<Corner> corners = new ArrayList<>();
        for (Stretch stretch : stretches) {
            double turn = turned(stretch.from, stretch.until);
            if (Math.toDegrees(Math.abs(turn)) >= LEAST_TURN_DEG) {
                corners.add(corner(corners.size() + 1, stretch, turn));
            }
        }
        return corners;
    }

    private Corner corner(int number, Stretch stretch, double turn) {
        int apex = stretch.from;
        double turned = 0;
        while (apex < stretch.until && Math.abs(turned) < Math.abs(turn) / 2) {
            turned += bend.curvature()[apex] * bend.step();
            apex++;
        }
        return new Corner(
                number,
                switch (bend.basis()) {
                    case POSITIONS -> Optional.of(stretch.left ? Direction.LEFT : Direction.RIGHT);
                    case LATERAL_ACCELERATION -> Optional.empty();
                },
                stretch.from * bend.step(),
                apex * bend.step(),
                stretch.until * bend.step());
    }

    /** Radians. */
    private double turned(int from, int until) {
        double sum = 0;
        for (int index = from; index <= until; index++) {
            sum += bend.curvature()[index] * bend.step();
        }
        return sum;
    }
}
