package dev.vitalcore.app.verify;

import dev.vitalcore.app.Platform;
import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits until a platform has worked on every block that it has. Nothing of the speed layer tells
 * how far it has come, so the log is asked: behind the blocks of each entry, under its key, stands
 * a marker, an empty block of another session. The speed layer refuses it by a dead letter, the
 * store writer lists its source; as both take what has one key in order, that says that they are
 * done with all before it.
 */
final class Settlement {
    private static final String SPEED_LAYER = "speed-layer";
    private static final Duration CHECKPOINT = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    private final Platform platform;
    private final PlatformClient client;
    private final EventLog log;
    private final Codec<TelemetryBlock> blocks;
    private final Codec<DeadLetter> letters;

    /** Of no other source or session that there may be. */
    private final SessionId markers = new SessionId("end-" + UUID.randomUUID());

    Settlement(Platform platform, PlatformClient client, LogSchemas schemas) {
        this.platform = platform;
        this.client = client;
        this.log = platform.log();
        this.blocks = schemas.blocks();
        this.letters = schemas.deadLetters();
    }

    /**
     * Returns when samples, ledger and timing of these entries are what they will be.
     *
     * @param keys of the entries in the log
     * @throws Fault (unavailable) where nothing goes on for two minutes
     */
    void await(Set<String> keys) {
        Set<String> awaited = ConcurrentHashMap.newKeySet();
        for (String key : keys) {
            int number = awaited.size();
            LogPosition at =
                    log.append(Topics.BLOCKS, key, blocks.encode(marker(number)))
                            .toCompletableFuture()
                            .join();
            awaited.add(at.topic() + "/" + at.partition() + "@" + at.offset());
        }
        try (Subscription reading =
                log.readFrom(
                        Topics.DEAD_LETTERS,
                        Map.of(),
                        records -> records.forEach(record -> read(record, awaited)))) {
            await(
                    awaited::isEmpty,
                    () ->
                            awaited.size()
                                    + " letters, "
                                    + platform.waitingRecords()
                                    + " records behind"
                                    + reading.failure().map(why -> " (" + why + ")").orElse(""));
        }
        await(() -> listedMarkers() == keys.size(), platform::waitingRecords);
        // The letters overtake events that are on their way to other partitions.
        platform.speedLayer().settle(CHECKPOINT);
        Map<Integer, Long> ends = log.endOffsets(Topics.TIMING_EVENTS);
        ends.values().removeIf(end -> end == 0);
        await(
                () -> platform.timing().nextOffsets().equals(ends),
                () -> platform.timing().nextOffsets());
    }

    private TelemetryBlock marker(int number) {
        return new TelemetryBlock(
                new SourceId(markers + "-" + number),
                new EntryId(markers, Integer.toString(number)),
                0,
                new Layout(List.of()),
                List.of(),
                Optional.empty(),
                true);
    }

    private void read(LogRecord record, Set<String> awaited) {
        DeadLetter letter = letters.decode(record.value());
        if (letter.origin().equals(SPEED_LAYER)) {
            awaited.remove(letter.position());
        }
    }

    private long listedMarkers() {
        return client.get("/api/v1/sources")
                .path("sources")
                .valueStream()
                .filter(source -> source.path("session").asString("").equals(markers.value()))
                .count();
    }

    /**
     * @param progress changes as long as something goes on
     */
    private static void await(BooleanSupplier reached, Supplier<?> progress) {
        Object last = progress.get();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            Object now = progress.get();
            if (!now.equals(last)) {
                last = now;
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() - deadline > 0) {
                throw Fault.unavailable(
                        "replay-stalled",
                        "the replay has not gone on for two minutes, at " + now,
                        "try again when the machine is less busy");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    "interrupted", "stopped before the replay was over", "run it again", stop);
        }
    }
}
