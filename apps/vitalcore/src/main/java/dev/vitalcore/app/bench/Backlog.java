package dev.vitalcore.app.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Watches how much waits. It grows when the mean of the last third of the looks is above that of
 * the first third by more than the tolerance: a queue that breathes is fine, one that climbs is
 * not.
 */
final class Backlog {
    private final double tolerance;
    private final List<Double> looks = new ArrayList<>();

    Backlog(double tolerance) {
        this.tolerance = tolerance;
    }

    void look(double waiting) {
        looks.add(waiting);
    }

    boolean growing() {
        int third = looks.size() / 3;
        if (third == 0) {
            return false;
        }
        return mean(looks.size() - third, looks.size()) - mean(0, third) > tolerance;
    }

    private double mean(int from, int to) {
        return looks.subList(from, to).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
