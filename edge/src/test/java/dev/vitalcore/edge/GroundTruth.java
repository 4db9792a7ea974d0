package dev.vitalcore.edge;

import dev.vitalcore.edge.input.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Numbers known about the real recordings from elsewhere. */
public final class GroundTruth {
    private GroundTruth() {}

    /** All values of a quantity of a file, in the order of the list. */
    public static double[] values(String file, String quantity) throws IOException {
        return Files.readAllLines(RealRecordings.file("ground_truth.csv")).stream()
                .map(line -> Fields.separatedBy(',').split(line))
                .filter(row -> row.getFirst().equals(file) && row.get(1).equals(quantity))
                .map(List::copyOf)
                .mapToDouble(row -> Double.parseDouble(row.get(3)))
                .toArray();
    }
}
