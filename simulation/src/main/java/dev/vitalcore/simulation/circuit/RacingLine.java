package dev.vitalcore.simulation.circuit;

/**
 * The line of least curvature between the edges of the road, which is within a percent or so of the
 * fastest one (Heilmeier et al., Minimum curvature trajectory planning and control for an
 * autonomous race car, Vehicle System Dynamics 58, 2020). Found by shifting the points of the
 * centre line sideways, one after the other, to where the sum of the squared second differences is
 * least; on coarse points first, because a bend of a hundred metres takes long to settle by steps
 * of three.
 */
public final class RacingLine {
    private static final double COARSEST_M = 24;
    private static final double FINEST_M = 3;
    private static final int SWEEPS = 600;

    /** Half a car and some room to its left and right. */
    private static final double FROM_EDGE_M = 1.4;

    private final Circuit circuit;
    private final double step;
    private final double[] offset;
    private final double[] curvature;
    private final double[] stretch;

    private RacingLine(Circuit circuit, double[] offset) {
        this.circuit = circuit;
        this.offset = offset;
        this.step = circuit.length() / offset.length;
        this.curvature = new double[offset.length];
        this.stretch = new double[offset.length];
        measure();
    }

    public static RacingLine of(Circuit circuit) {
        double[] offset = new double[(int) (circuit.length() / COARSEST_M)];
        settle(circuit, offset);
        for (double spacing = COARSEST_M / 2; spacing >= FINEST_M; spacing /= 2) {
            offset = refined(offset, (int) (circuit.length() / spacing));
            settle(circuit, offset);
        }
        return new RacingLine(circuit, offset);
    }

    private static double[] refined(double[] coarse, int count) {
        double[] fine = new double[count];
        for (int point = 0; point < count; point++) {
            double position = (double) point / count * coarse.length;
            int from = (int) position;
            double after = coarse[(from + 1) % coarse.length];
            fine[point] = coarse[from] + (position - from) * (after - coarse[from]);
        }
        return fine;
    }

    private static void settle(Circuit circuit, double[] offset) {
        int count = offset.length;
        double spacing = circuit.length() / count;
        double[] east = new double[count];
        double[] north = new double[count];
        double[] acrossEast = new double[count];
        double[] acrossNorth = new double[count];
        double[] most = new double[count];
        for (int point = 0; point < count; point++) {
            double metres = point * spacing;
            double[] centre = circuit.place(metres, 0);
            double[] left = circuit.place(metres, 1);
            acrossEast[point] = left[0] - centre[0];
            acrossNorth[point] = left[1] - centre[1];
            east[point] = centre[0] + offset[point] * acrossEast[point];
            north[point] = centre[1] + offset[point] * acrossNorth[point];
            most[point] = circuit.width(metres) / 2 - FROM_EDGE_M;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int point = 0; point < count; point++) {
                double pull =
                        acrossEast[point] * fourth(east, point)
                                + acrossNorth[point] * fourth(north, point);
                double shifted = Math.clamp(offset[point] - pull / 6, -most[point], most[point]);
                double by = shifted - offset[point];
                offset[point] = shifted;
                east[point] += by * acrossEast[point];
                north[point] += by * acrossNorth[point];
            }
        }
    }

    /** The fourth difference: by how much the sum of squared second differences falls. */
    private static double fourth(double[] values, int point) {
        int count = values.length;
        return values[Math.floorMod(point - 2, count)]
                - 4 * values[Math.floorMod(point - 1, count)]
                + 6 * values[point]
                - 4 * values[(point + 1) % count]
                + values[(point + 2) % count];
    }

    private void measure() {
        int count = offset.length;
        double[][] points = new double[count][];
        for (int point = 0; point < count; point++) {
            points[point] = circuit.place(point * step, offset[point]);
        }
        for (int point = 0; point < count; point++) {
            double[] before = points[Math.floorMod(point - 1, count)];
            double[] here = points[point];
            double[] after = points[(point + 1) % count];
            double inEast = here[0] - before[0];
            double inNorth = here[1] - before[1];
            double outEast = after[0] - here[0];
            double outNorth = after[1] - here[1];
            double in = Math.hypot(inEast, inNorth);
            double out = Math.hypot(outEast, outNorth);
            double chord = Math.hypot(inEast + outEast, inNorth + outNorth);
            curvature[point] = 2 * (inEast * outNorth - inNorth * outEast) / (in * out * chord);
            stretch[point] = (in + out) / 2 / step;
        }
    }

    public Circuit circuit() {
        return circuit;
    }

    /** How many points the line has, evenly along the centre line. */
    public int count() {
        return offset.length;
    }

    /** Metres along the centre line from point to point. */
    public double step() {
        return step;
    }

    /** One over the radius at a point, a metre; positive to the left. */
    public double curvatureAt(int point) {
        return curvature[point];
    }

    /** Metres on the line for one along the centre line. */
    public double stretchAt(int point) {
        return stretch[point];
    }

    /** Metres to the left of the centre line. */
    public double offset(double metres) {
        return between(offset, metres);
    }

    public double curvature(double metres) {
        return between(curvature, metres);
    }

    public double stretch(double metres) {
        return between(stretch, metres);
    }

    private double between(double[] values, double metres) {
        double position = circuit.within(metres) / step;
        int from = Math.min((int) position, values.length - 1);
        double after = values[(from + 1) % values.length];
        return values[from] + (position - from) * (after - values[from]);
    }
}
