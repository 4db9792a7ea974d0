package dev.vitalcore.app.feed;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Codec;
import java.net.URI;
import java.util.Iterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a source's blocks in real time, on a thread of its own, until closed. */
public final class LiveFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final long STOP_LIMIT_MS = 5_000;

    private final Thread thread;

    private LiveFeed(Thread thread) {
        this.thread = thread;
    }

    /**
     * @param server the running platform
     * @param speed a multiple of real time, above 0 and up to 10,000
     */
    public static LiveFeed start(
            URI server,
            Codec<TelemetryBlock> codec,
            Iterator<TelemetryBlock> blocks,
            double speed) {
        Pace pace = new Pace.Scaled(speed);
        Thread thread =
                Thread.ofPlatform()
                        .name("live-feed")
                        .unstarted(() -> run(server, codec, blocks, pace));
        thread.start();
        return new LiveFeed(thread);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_LIMIT_MS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(
            URI server, Codec<TelemetryBlock> codec, Iterator<TelemetryBlock> blocks, Pace pace) {
        try (PlatformClient platform = new PlatformClient(server)) {
            new Sender(platform, codec, pace).sendAll(blocks, samples -> {});
        } catch (Fault fault) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.atError()
                        .setCause(fault)
                        .addKeyValue("remedy", fault.remedy())
                        .log("live feed ended");
            }
        }
    }
}
