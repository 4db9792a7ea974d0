package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTest {
    private static final int HOLES = 63;

    @TempDir private Path folder;
    private Path file;
    private String out;
    private String err;

    @BeforeEach
    void writeRecording() throws IOException {
        file = Files.writeString(folder.resolve("run-7.csv"), withHoles());
    }

    @Test
    void theTableCountsTheHolesThatItDoesNotList() {
        inspect("table");

        assertThat(out.lines())
                .filteredOn(line -> line.startsWith("hole in rate group 0"))
                .hasSize(50);
        assertThat(out).contains("and 13 more holes").contains("rate group 0: speed");
        assertThat(err).isEmpty();
    }

    @Test
    void theJsonCountsAllHoles() {
        inspect("json");

        JsonNode report = JsonMapper.builder().build().readTree(out);
        assertThat(report.path("holes_total").asInt()).isEqualTo(HOLES);
        assertThat(report.path("holes").size()).isEqualTo(50);
        assertThat(report.path("channels").get(0).path("group").asInt(-1)).isZero();
        assertThat(err).isEmpty();
    }

    @Test
    void theCsvIsRowsOnlyAndTheRestGoesToTheErrorOutput() {
        inspect("csv");

        assertThat(out.lines()).hasSize(2).allMatch(line -> line.split(",", -1).length == 9);
        assertThat(err).contains("and 13 more holes").contains("rate group 0: speed");
    }

    @Test
    void anAbsentNumberIsAnEmptyFieldInCsv() throws IOException {
        Files.writeString(file, "time [s],speed [km/h],rpm [rpm]\n0,100,\n0.1,101,\n0.2,102,\n");

        inspect("csv");

        assertThat(out).doesNotContain("–").contains("engine_speed,rpm,10,0,,,rpm");
    }

    @Test
    void anIrregularRateIsAnEmptyFieldInCsv() throws IOException {
        Files.writeString(
                file, "time [s],speed [km/h]\n0,100\n0.1,101\n3.7,103\n4,90\n9,95\n30,5\n");

        inspect("csv");

        assertThat(out).contains("speed,km/h,,6,5,103").doesNotContain("–");
    }

    @Test
    void csvTellsTheReadersWarningsOnTheErrorOutput() throws IOException {
        Files.writeString(
                file, "time [s],speed [km/h]\n0,100\n0.1,fast\n0.2,102\n0.1,103\n0.3,104\n");

        inspect("csv");

        assertThat(out).doesNotContain("warning");
        assertThat(err).contains("warning: ");
    }

    private void inspect(String format) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(outText, true));
        commands.setErr(new PrintWriter(errText, true));

        int code = commands.execute("inspect", file.toString(), "--format", format);

        out = outText.toString();
        err = errText.toString();
        assertThat(code).as(err).isEqualTo(ExitCodes.DONE);
    }

    /** Two seconds at 10 Hz, then eight without rows, and so on. */
    private static String withHoles() {
        StringBuilder text = new StringBuilder("time [s],speed [km/h]\n");
        for (int stint = 0; stint <= HOLES; stint++) {
            for (int row = 0; row < 20; row++) {
                text.append(stint * 10 + row / 10.0).append(",100\n");
            }
        }
        return text.toString();
    }
}
