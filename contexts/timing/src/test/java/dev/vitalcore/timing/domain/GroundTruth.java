package dev.vitalcore.timing.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code ground_truth.csv}: file, quantity, index, value, source, suggested tolerance. */
final class GroundTruth {
    private GroundTruth() {}

    record Fact(double value, double tolerance) {
        boolean isMetBy(double seconds) {
            return Math.abs(seconds - value) <= tolerance + 1e-9;
        }
    }

    /** In the order of the file. */
    static List<Fact> of(String file, String quantity) {
        List<Fact> facts = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(RealRecording.path("ground_truth.csv"))) {
                if (line.startsWith(file + "," + quantity + ",")) {
                    String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                    facts.add(
                            new Fact(
                                    Double.parseDouble(cells[3]),
                                    Double.parseDouble(cells[cells.length - 1])));
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return facts;
    }
}
