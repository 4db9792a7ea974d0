package dev.vitalcore.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process with nothing but a speed layer in it. */
final class SpeedLayerProcess {
    private SpeedLayerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        SpeedLayer.start(
                new SpeedLayer.Settings(
                        arguments[0], Path.of(arguments[1]), 1, Duration.ofMillis(200)),
                TestSchemas.SCHEMAS);
        new CountDownLatch(1).await();
    }
}
