package dev.vitalcore.system;

import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.simulation.RaceFeed;
import dev.vitalcore.simulation.race.RaceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * A drive of one simulated car as a file in the generic CSV format, for tests without recordings.
 */
final class GeneratedRecording {
    private static final long START = EpochNanos.of(Instant.parse("2026-05-01T12:00:00Z"));
    private static final int LAPS = 30;

    /** Latitude, longitude, speed and heading in the first rate group of the simulation. */
    private static final int[] COLUMNS = {0, 1, 3, 4};

    private GeneratedRecording() {}

    /** At 10 Hz. */
    static Path write(Path file, long seed, double seconds) {
        RaceFeed drive =
                new RaceFeed(
                        new RaceSettings("talheim", 1, LAPS, seed),
                        new SessionId("generated"),
                        START);
        // Some blocks come late.
        TreeMap<Long, String> lines = new TreeMap<>();
        long count = Math.round(seconds * 10);
        while (lines.size() < count) {
            TelemetryBlock block = drive.next();
            if (!block.entry().isTrackside() && block.sequence() < count) {
                lines.put(block.sequence(), line(block.rows().getFirst()));
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            lines.put(-1L, "time [s],latitude [deg],longitude [deg],speed [km/h],heading [deg]");
            return Files.write(file, List.copyOf(lines.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Rows position) {
        StringBuilder line = new StringBuilder();
        line.append(
                String.format(
                        Locale.ROOT, "%.3f", EpochNanos.toSeconds(position.times()[0] - START)));
        for (int column : COLUMNS) {
            Column values = position.columns().get(column);
            line.append(String.format(Locale.ROOT, ",%.9f", values.valueAt(0)));
        }
        return line.toString();
    }
}
