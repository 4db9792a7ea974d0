package dev.vitalcore.streams;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process with nothing but a speed layer in it, there to be killed. */
final class SpeedLayerProcess {
    private SpeedLayerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        SpeedLayer.start(
                new SpeedLayer.Settings(
                        arguments[0], Path.of(arguments[1]), 1, Duration.ofMillis(200)));
        new CountDownLatch(1).await();
    }

    static Process start(String bootstrapServers, Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpeedLayerProcess.class.getName(),
                        bootstrapServers,
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolveSibling("process.log").toFile())
                .start();
    }
}
