package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LapsCommandTest {
    private static final String STANDING = "time [s],speed [km/h]\n0,0\n0.1,0\n0.2,0\n";

    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    @Test
    void theTableSaysWhoseLapsTheyAreAndWhichIsBest() throws IOException {
        List<String> lines = laps("table").lines().toList();

        assertThat(lines.get(0)).isEqualTo("run-7 (generic-csv), car run-7");
        assertThat(lines).filteredOn(line -> line.contains("  best  ")).hasSize(2);
        assertThat(lines.get(2)).startsWith("lap  kind").contains("best");
    }

    @Test
    void theJsonKeepsItsKeys() throws IOException {
        JsonNode report = JsonMapper.builder().build().readTree(laps("json"));

        assertThat(report.propertyNames())
                .containsSubsequence("file", "format", "gates", "laps", "warnings");
        assertThat(report.path("laps").get(1).propertyNames())
                .containsSubsequence("number", "kind", "start_s", "time_s", "sectors_s");
        assertThat(report.path("laps").valueStream().filter(lap -> lap.path("best").asBoolean()))
                .singleElement()
                .satisfies(lap -> assertThat(lap.path("kind").asString()).isEqualTo("flying"));
    }

    @Test
    void saysThatThereAreNoLaps() throws IOException {
        assertThat(laps("table", STANDING)).contains("no laps").doesNotContain("kind");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theCsvOfARecordingWithoutLapsIsItsHeaderOnly() throws IOException {
        assertThat(laps("csv", STANDING).lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("lap,kind,"));
        assertThat(err.toString()).contains("no laps");
    }

    private String laps(String format) throws IOException {
        return laps(format, roundAndRound());
    }

    private String laps(String format, String content) throws IOException {
        StringWriter out = new StringWriter();
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
        Path file = Files.writeString(folder.resolve("run-7.csv"), content);

        int code = commands.execute("laps", file.toString(), "--format", format);

        assertThat(code).isEqualTo(ExitCodes.DONE);
        return out.toString();
    }

    /** Five minutes on an oval, 40 s a lap. */
    private static String roundAndRound() {
        StringBuilder text = new StringBuilder("time [s],latitude [deg],longitude [deg]\n");
        for (int row = 0; row < 3_000; row++) {
            double angle = 2 * Math.PI * row / 400;
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%.1f,%.8f,%.8f\n",
                            row / 10.0,
                            50 + 0.003 * Math.sin(angle),
                            7 + 0.004 * Math.cos(angle)));
        }
        return text.toString();
    }
}
