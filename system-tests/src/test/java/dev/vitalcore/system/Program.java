package dev.vitalcore.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a user runs it: a process of its own, from what was built. */
final class Program {
    private static final Path DIST = Path.of(System.getProperty("vitalcore.dist"));
    private static final Path STATE = Path.of(System.getProperty("vitalcore.state"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Program() {}

    /** How a command ended. */
    record Ended(int code, String out, String err) {}

    /** Runs a command to its end, at most two minutes. */
    static Ended run(String... arguments) {
        try {
            Path out = Files.createTempFile("program", ".out");
            Path err = Files.createTempFile("program", ".err");
            try {
                Process process = start(out, err, List.of("-Xmx512m"), arguments);
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(String.join(" ", arguments) + " did not end in 120 s");
                }
                return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Starts a command whose output goes to the files. */
    static Process start(Path out, Path err, List<String> flags, String... arguments) {
        Path jar = DIST.resolve("vitalcore.jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is missing: build apps/vitalcore first");
        }
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder program =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                        .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        // What a user's programs remember must not come from tests.
        program.environment().put("XDG_STATE_HOME", STATE.toAbsolutePath().toString());
        try {
            return program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes {@code ./vitalcore} of a folder what was built, for shells. */
    static void launcherIn(Path folder) {
        String jar = DIST.resolve("vitalcore.jar").toAbsolutePath().toString();
        Path launcher = folder.resolve("vitalcore");
        try {
            Files.writeString(
                    launcher,
                    """
                    #!/bin/sh
                    exec '%s' -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -jar '%s' "$@"
                    """
                            .formatted(JAVA, jar));
            if (!launcher.toFile().setExecutable(true)) {
                throw new AssertionError(launcher + " cannot be made executable");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
