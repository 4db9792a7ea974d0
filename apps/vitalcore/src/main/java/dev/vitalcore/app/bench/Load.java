package dev.vitalcore.app.bench;

import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.app.feed.PlatformClient.Receipt;
import dev.vitalcore.app.feed.ServerSchemas;
import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.Codec;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Cars on track, sending in real time over a few uplinks. Open loop: a block is due when its event
 * time is over, whether or not the platform keeps up; being late counts as latency.
 */
final class Load {
    private static final int CARS_PER_UPLINK = 5;
    private static final long LEAD_NANOS = 200_000_000L;

    private final LoadSettings settings;
    private final URI server;
    private final LogSchemas.Snapshot schemas;
    private final List<LoadCar> cars = new ArrayList<>();
    private final long startNanos;
    private final long startTick;
    private final AtomicLongArray latenessNanos;

    private Load(LoadSettings settings, URI server, SessionId session, long leadNanos) {
        this.settings = settings;
        this.server = server;
        this.schemas = ServerSchemas.of(server);
        this.latenessNanos = new AtomicLongArray(settings.cars());
        this.startNanos = EpochNanos.of(Instant.now()) + leadNanos;
        this.startTick = System.nanoTime() + leadNanos;
        for (int number = 0; number < settings.cars(); number++) {
            cars.add(new LoadCar(settings, session, number, startNanos));
        }
    }

    /** Cars that start in a moment. */
    static Load live(LoadSettings settings, URI server, SessionId session) {
        return new Load(settings, server, session, LEAD_NANOS);
    }

    /** Cars that have just ended: all blocks are due at once. */
    static Load recorded(LoadSettings settings, URI server, SessionId session) {
        return new Load(settings, server, session, -settings.duration().toNanos());
    }

    List<LoadCar> cars() {
        return cars;
    }

    /** Event time of the first sample. */
    long startNanos() {
        return startNanos;
    }

    /** How far the slowest uplink was behind its schedule at its last request. */
    long latenessNanos() {
        long slowest = 0;
        for (int uplink = 0; uplink < latenessNanos.length(); uplink++) {
            slowest = Math.max(slowest, latenessNanos.get(uplink));
        }
        return slowest;
    }

    /** Event time that corresponds to now. */
    double secondsSinceStart() {
        return (System.nanoTime() - startTick) / 1e9;
    }

    /** Sends everything; returns when the last block is durable. */
    Receipt run() throws InterruptedException {
        Receipt total = Receipt.NOTHING;
        try (ExecutorService uplinks = Executors.newCachedThreadPool()) {
            List<Future<Receipt>> running = new ArrayList<>();
            for (int first = 0; first < cars.size(); first += CARS_PER_UPLINK) {
                List<LoadCar> own =
                        cars.subList(first, Math.min(cars.size(), first + CARS_PER_UPLINK));
                int uplink = running.size();
                running.add(uplinks.submit(() -> uplink(uplink, own)));
            }
            for (Future<Receipt> sent : running) {
                total = total.plus(sent.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("an uplink of the load generator failed", failed);
        }
        return total;
    }

    private Receipt uplink(int uplink, List<LoadCar> own) {
        Codec<TelemetryBlock> codec = schemas.blockCodec();
        Receipt total = Receipt.NOTHING;
        try (PlatformClient platform = new PlatformClient(server)) {
            for (int sequence = 0; sequence < settings.blocksPerCar(); sequence++) {
                latenessNanos.set(uplink, awaitEndOf(sequence));
                List<byte[]> blocks = new ArrayList<>(own.size());
                for (LoadCar car : own) {
                    blocks.add(codec.encode(car.block(sequence)));
                }
                total = total.plus(platform.send(blocks));
            }
        }
        return total;
    }

    /** How late it is now, nanoseconds. */
    private long awaitEndOf(int sequence) {
        long due = startTick + (sequence + 1L) * settings.block().toNanos();
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
        return -left;
    }
}
