package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.DataDirectory;
import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTest {
    @TempDir private Path folder;
    private int code;

    @Test
    void aDirectoryThatCanBeMadeIsFineAndIsNotMadeYet() {
        JsonNode finding = finding("data directory", folder.resolve("a/b/data"), 0);

        assertThat(finding.path("verdict").asString()).isEqualTo("OK");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDirectoryBelowAFileCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("notes"), "no directory");

        JsonNode finding = finding("data directory", file.resolve("data"), 0);

        assertThat(finding.path("verdict").asString()).isEqualTo("MISSING");
        assertThat(finding.path("found").asString())
                .contains("cannot be made", file + " is a file, not a directory");
        assertThat(finding.path("remedy").asString()).contains("--data");
        assertThat(code).isEqualTo(ExitCodes.UNAVAILABLE);
    }

    @Test
    void theDirectoryOfARunningPlatformIsBusy() {
        Path data = folder.resolve("data");
        try (DataDirectory running = DataDirectory.open(data)) {
            JsonNode finding = finding("data directory", running.path(), 0);

            assertThat(finding.path("verdict").asString()).isEqualTo("BUSY");
            assertThat(code).isEqualTo(ExitCodes.UNAVAILABLE);
        }
    }

    @Test
    void aPortThatIsInUseIsBusy() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JsonNode finding = finding("port", folder.resolve("data"), other.getLocalPort());

            assertThat(finding.path("verdict").asString()).isEqualTo("BUSY");
            assertThat(code).isEqualTo(ExitCodes.UNAVAILABLE);
        }
    }

    private JsonNode finding(String check, Path data, int port) {
        StringWriter out = new StringWriter();
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out, true));

        code =
                commands.execute(
                        "doctor",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port),
                        "--format",
                        "json");

        return JsonMapper.builder()
                .build()
                .readTree(out.toString())
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("check").asString().equals(check))
                .findFirst()
                .orElseThrow();
    }
}
