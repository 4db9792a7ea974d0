package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A recording whose copy was cut short: what is before the cut is shown, then the damage. */
class CutRecordingTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    @Test
    void inspectShowsWhatIsBeforeTheCut() throws IOException {
        int code = run("inspect", cut().toString(), "--format", "csv");

        assertThat(code).isEqualTo(ExitCodes.UNUSABLE_INPUT);
        assertThat(out.toString()).containsPattern("speed,km/h,10,[0-9]{3,}");
        assertThat(err.toString()).contains("run.csv.gz").doesNotContain("\tat ");
    }

    @Test
    void lapsShowsWhatIsBeforeTheCut() throws IOException {
        int code = run("laps", cut().toString(), "--format", "csv");

        assertThat(code).isEqualTo(ExitCodes.UNUSABLE_INPUT);
        assertThat(out.toString()).startsWith("lap,");
        assertThat(err.toString()).contains("run.csv.gz").doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
        return commands.execute(arguments);
    }

    private Path cut() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("time [s],speed [km/h]\n".getBytes(StandardCharsets.US_ASCII));
            for (int row = 0; row < 30_000; row++) {
                String line =
                        String.format(
                                Locale.ROOT, "%.1f,%.4f\n", row / 10.0, 150 + 90 * Math.sin(row));
                gzip.write(line.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return Files.write(
                folder.resolve("run.csv.gz"),
                Arrays.copyOf(bytes.toByteArray(), bytes.size() * 9 / 10));
    }
}
