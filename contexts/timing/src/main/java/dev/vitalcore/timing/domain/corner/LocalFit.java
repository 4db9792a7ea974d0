package dev.vitalcore.timing.domain.corner;

import java.util.Arrays;

/**
 * Smooths samples that lie at uneven places: at each place the parabola that fits its neighbours
 * best, the nearer ones counting more (local regression with tricube weights: Cleveland, Robust
 * Locally Weighted Regression and Smoothing Scatterplots, JASA 74, 1979).
 *
 * @param metres never falling
 */
record LocalFit(double[] metres, double[] x, double[] y) {
    /** Neighbours to either side: about the length of the tightest corner's arc. */
    private static final double REACH_M = 25;

    /** Fewer samples than that leave a parabola no freedom to smooth; then farther ones count. */
    private static final int FEWEST = 7;

    /**
     * {@code (x'y'' - y'x'') / (x'² + y'²)^(3/2)}; 0 where the samples do not tell, as at a
     * standstill.
     */
    double curvature(double place) {
        Neighbours near = Neighbours.of(metres, place, FEWEST);
        double[] sums = new double[5];
        double[] right = new double[6];
        for (int row = near.from; row < near.until; row++) {
            double u = (metres[row] - place) / near.reach;
            double weight = weight(u);
            double power = weight;
            for (int order = 0; order < 5; order++) {
                sums[order] += power;
                if (order < 3) {
                    right[order] += power * (x[row] - x[near.from]);
                    right[order + 3] += power * (y[row] - y[near.from]);
                }
                power *= u;
            }
        }
        double[] fitX = parabola(sums, right[0], right[1], right[2]);
        double[] fitY = parabola(sums, right[3], right[4], right[5]);
        double speed = Math.hypot(fitX[0], fitY[0]);
        double bend = 2 * (fitX[0] * fitY[1] - fitY[0] * fitX[1]) / (speed * speed * speed);
        return Double.isFinite(bend) ? bend : 0;
    }

    /** The weighted mean of the finite values near a place; 0 where there are none. */
    static double mean(double[] metres, double[] values, double place) {
        Neighbours near = Neighbours.of(metres, place, 1);
        double sum = 0;
        double weights = 0;
        for (int row = near.from; row < near.until; row++) {
            if (Double.isFinite(values[row])) {
                double weight = weight((metres[row] - place) / near.reach);
                sum += weight * values[row];
                weights += weight;
            }
        }
        return weights > 0 ? sum / weights : 0;
    }

    private static double weight(double u) {
        double size = Math.abs(u);
        double rest = Math.max(0, 1 - size * size * size);
        return rest * rest * rest;
    }

    /** Slope and half the second derivative at u = 0, by Cramer's rule. */
    private static double[] parabola(double[] s, double r0, double r1, double r2) {
        double whole = determinant(s[0], s[1], s[2], s[1], s[2], s[3], s[2], s[3], s[4]);
        double slope = determinant(s[0], r0, s[2], s[1], r1, s[3], s[2], r2, s[4]);
        double square = determinant(s[0], s[1], r0, s[1], s[2], r1, s[2], s[3], r2);
        return new double[] {slope / whole, square / whole};
    }

    private static double determinant(double... m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }

    private record Neighbours(int from, int until, double reach) {
        static Neighbours of(double[] metres, double place, int fewest) {
            int from = firstFrom(metres, place - REACH_M);
            int until = firstFrom(metres, place + REACH_M);
            while (until - from < fewest && until - from < metres.length) {
                boolean back =
                        until == metres.length
                                || (from > 0 && place - metres[from - 1] <= metres[until] - place);
                if (back) {
                    from--;
                } else {
                    until++;
                }
            }
            double reach = REACH_M;
            if (until > from) {
                double widest = Math.max(place - metres[from], metres[until - 1] - place);
                // A little more, so that the farthest one counts at all.
                reach = Math.max(REACH_M, 1.1 * widest);
            }
            return new Neighbours(from, until, reach);
        }

        private static int firstFrom(double[] metres, double place) {
            int found = Arrays.binarySearch(metres, place);
            int index = found < 0 ? -found - 1 : found;
            while (index > 0 && metres[index - 1] >= place) {
                index--;
            }
            return index;
        }
    }
}
