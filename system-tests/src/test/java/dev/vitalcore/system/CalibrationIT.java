package dev.vitalcore.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A calibration file of {@code up} corrects what is kept, and only what it names. */
class CalibrationIT {
    private static final int ROWS = 400;
    private static final double GAIN = 1.02;
    private static final double OFFSET = -0.4;

    @TempDir private Path folder;

    @Test
    void theSeriesHoldsTheCalibratedValues() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("calibration.csv"),
                        "entry,channel,gain,offset\nfp1/car,speed,%s,%s\n".formatted(GAIN, OFFSET));
        Path recording = Files.writeString(folder.resolve("car.csv"), recording());
        try (RunningPlatform platform =
                RunningPlatform.start(folder, "--calibration", file.toString())) {
            Program.Ended run =
                    Program.run(
                            "import",
                            recording.toString(),
                            "--session",
                            "fp1",
                            "--server",
                            platform.address().toString());
            assertThat(run.code()).as(run.err()).isZero();
            await("all rows")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> series(platform).get(0).path("y").size() == ROWS);

            JsonNode series = series(platform);

            for (int row = 0; row < ROWS; row++) {
                assertThat(series.get(0).path("y").get(row).asDouble())
                        .as("speed of row %d", row)
                        .isCloseTo(speed(row) * GAIN + OFFSET, within(1e-4));
                assertThat(series.get(1).path("y").get(row).asDouble())
                        .as("throttle of row %d", row)
                        .isCloseTo(throttle(row), within(1e-4));
            }
            assertThat(platform.stop()).isIn(0, 143);
        }
    }

    private static JsonNode series(RunningPlatform platform) {
        return platform.get(
                        "/api/v1/sessions/fp1/entries/car/series?channels=speed,throttle&points=20000")
                .path("series");
    }

    private static String recording() {
        StringBuilder text = new StringBuilder("time [s],speed [km/h],throttle [%]\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%.1f,%.2f,%.2f\n",
                            row / 10.0,
                            speed(row),
                            throttle(row)));
        }
        return text.toString();
    }

    private static double speed(int row) {
        return 100 + row / 4.0;
    }

    private static double throttle(int row) {
        return row % 100;
    }
}
