package dev.vitalcore.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial says what happens: its commands are run in one shell, as a reader types them, and
 * what each block prints is what stands below it.
 */
class TutorialIT {
    private static final Path TUTORIAL =
            Path.of("..", "docs", "tutorials", "replay-an-incident.md");
    private static final Pattern BLOCK =
            Pattern.compile("```bash\n(.*?)```(?:\n```text\n(.*?)```)?", Pattern.DOTALL);

    private static final String NEXT = "=== next block";
    private static final int MINUTES = 5;

    @TempDir private Path directory;

    @Test
    void replayAnIncidentDoesWhatItSays() throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(TUTORIAL));
        while (block.find()) {
            commands.add(block.group(1));
            printed.add(block.group(2) == null ? "" : block.group(2));
        }
        assertThat(commands).hasSizeGreaterThan(5);

        String output = run(commands);

        String[] outputs = output.split(NEXT + "\n", -1);
        for (int i = 0; i < outputs.length; i++) {
            assertThat(outputs[i])
                    .as("what block %d prints:%n%s%nall of it:%n%s", i, commands.get(i), output)
                    .matches(asPattern(printed.get(i)));
        }
        assertThat(outputs).hasSameSizeAs(commands);
    }

    private String run(List<String> commands) throws IOException, InterruptedException {
        Program.launcherIn(directory);
        Path script = directory.resolve("tutorial.sh");
        Files.writeString(
                script, "set -euo pipefail\n" + String.join("\necho '" + NEXT + "'\n", commands));
        Path output = directory.resolve("output");
        ProcessBuilder shell =
                new ProcessBuilder("bash", script.toString())
                        .directory(directory.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(directory.resolve("errors").toFile());
        shell.environment().put("PORT", Integer.toString(freePort()));
        shell.environment().put("TMPDIR", directory.toString());
        Process process = shell.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroyForcibly();
        }
        String errors = Files.readString(directory.resolve("errors"));
        assertThat(ended)
                .as("the end of the tutorial within %d minutes:%n%s", MINUTES, errors)
                .isTrue();
        assertThat(process.exitValue()).as("%s%n%s", Files.readString(output), errors).isZero();
        return Files.readString(output);
    }

    /** An ellipsis stands for anything on its line; alone on a line, for lines. */
    private static Pattern asPattern(String printed) {
        return Pattern.compile(
                printed.lines()
                        .map(line ->
                                line.equals("…")
                                        ? "(?:[^\n]*\n)*"
                                        : Pattern.quote(line).replace("…", "\\E[^\n]*\\Q") + "\n")
                        .collect(Collectors.joining()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
