package dev.vitalcore.system;

import dev.vitalcore.app.demo.GeneratedCar;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * A drive of the generated car as a file in the generic CSV format, for tests without recordings.
 */
final class GeneratedRecording {
    private static final long START = EpochNanos.of(Instant.parse("2026-05-01T12:00:00Z"));

    private GeneratedRecording() {}

    static Path write(Path file, long seed, double seconds) {
        GeneratedCar car =
                new GeneratedCar(
                        new SourceId("generated"),
                        new EntryId(new SessionId("generated"), "1"),
                        START,
                        seed);
        try (BufferedWriter out = writer(file)) {
            out.write("time [s],latitude [deg],longitude [deg],speed [km/h],heading [deg]\n");
            TelemetryBlock block = car.next();
            while (block.firstNanos() - START < seconds * EpochNanos.PER_SECOND) {
                write(out, block);
                block = car.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static BufferedWriter writer(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.newBufferedWriter(file);
    }

    private static void write(BufferedWriter out, TelemetryBlock block) throws IOException {
        var rows = block.rows().get(0);
        for (int row = 0; row < rows.size(); row++) {
            out.write(
                    String.format(
                            Locale.ROOT,
                            "%.3f,%.9f,%.9f,%.3f,%.3f%n",
                            EpochNanos.toSeconds(rows.times()[row] - START),
                            rows.columns().get(0).valueAt(row),
                            rows.columns().get(1).valueAt(row),
                            rows.columns().get(2).valueAt(row),
                            rows.columns().get(3).valueAt(row)));
        }
    }
}
