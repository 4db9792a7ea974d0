package dev.vitalcore.streams;

import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The speed layer in this process. Reads {@code telemetry.blocks}, writes {@code timing.events},
 * and keeps its state in checkpoints below a directory that it alone uses.
 *
 * <p>At least once: after a crash it reads again what came since the last checkpoint and gives the
 * same events with the same ids. Thread-safe.
 */
public final class SpeedLayer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpeedLayer.class);

    /** Long enough for a large state; a log that is out of reach is waited for after the start. */
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final String CHECKPOINTS = "checkpoints";

    private final LocalJob job;
    private final String origin;
    private final CheckpointWatch watch;

    private SpeedLayer(LocalJob job, String origin, Settings settings) {
        this.job = job;
        this.origin = origin;
        this.watch = CheckpointWatch.of(System.currentTimeMillis(), settings.checkpointInterval());
    }

    /**
     * @param bootstrapServers where the log is, as Kafka wants it: {@code host:port,host:port}
     * @param directory for checkpoints and temporary files; made where it is absent
     * @param parallelism how many entries are worked on at the same time
     * @param checkpointInterval how much may have to be done again after a crash
     */
    public record Settings(
            String bootstrapServers, Path directory, int parallelism, Duration checkpointInterval) {
        private static final int MOST_PARALLELISM = 128;
        private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

        public Settings {
            if (bootstrapServers.isBlank()) {
                throw new IllegalArgumentException(
                        "bootstrapServers is empty: name the log as host:port");
            }
            if (parallelism < 1 || parallelism > MOST_PARALLELISM) {
                throw new IllegalArgumentException(
                        "parallelism " + parallelism + ": use 1 to " + MOST_PARALLELISM);
            }
            if (checkpointInterval.compareTo(SHORTEST_INTERVAL) < 0) {
                throw new IllegalArgumentException(
                        "checkpointInterval "
                                + checkpointInterval
                                + ": use "
                                + SHORTEST_INTERVAL
                                + " or longer");
            }
        }
    }

    /** Whether laps can be had just now. */
    public enum State {
        /** Every task runs, and checkpoints are made. */
        RUNNING,
        /**
         * Every task runs, but no checkpoint has been completed for long, as when the disk is full:
         * laps go on, and after a crash much is done again.
         */
        CHECKPOINTS_STALE,
        /** Starting, or starting again after a failure; by itself, for ever. */
        RESTARTING,
        /** It does not come back before the platform is started again. */
        FAILED
    }

    /**
     * @param detail for a human: what it was started from, or what went wrong
     * @param checkpointAge since the last completed checkpoint of this run; empty before the first
     */
    public record Status(State state, String detail, Optional<Duration> checkpointAge) {}

    /**
     * Starts the cluster and the job, from the newest checkpoint that is usable. One that is not is
     * set aside with a warning; without any the log is read from its beginning. Returns when the
     * tasks run; where the log cannot be reached it returns as well, and {@link #status} tells.
     *
     * @param schemas of what stands in the log, and of what is written to it
     * @throws Fault (unavailable) where the directory or the cluster cannot be used, or the job
     *     ends at once for a reason that is not the checkpoint's, which stays then
     */
    public static SpeedLayer start(Settings settings, LogSchemas.Snapshot schemas) {
        Path checkpoints = settings.directory().resolve(CHECKPOINTS);
        Path temporary = settings.directory().resolve("tmp");
        prepare(checkpoints, temporary);
        Configuration options = JobOptions.ofProcess(settings, checkpoints, temporary);
        TimingTopology topology =
                new TimingTopology(
                        settings.bootstrapServers(),
                        TimingCodecs.avro(schemas),
                        StateRetention.DEFAULT);
        return resume(retained(settings.directory()), options, topology, settings);
    }

    /**
     * After a power cut, before {@link #start}: sets aside the checkpoints that may know more than
     * the log does. Done again it sets aside no more.
     *
     * @param directory that of {@link Settings}
     * @param ran when the machine ran for sure before the cut, e.g. the start of the run that was
     *     cut; {@code Instant.EPOCH} where nothing is known
     * @throws Fault (unavailable) where the directory cannot be used
     */
    public static void distrustYoungCheckpoints(Path directory, Instant ran) {
        retained(directory).setYoungAside(ran, Instant.now());
    }

    private static RetainedCheckpoints retained(Path directory) {
        return new RetainedCheckpoints(
                directory.resolve(CHECKPOINTS),
                LocalJob.ID.toString(),
                directory.resolve("unusable"));
    }

    private static SpeedLayer resume(
            RetainedCheckpoints retained,
            Configuration options,
            TimingTopology topology,
            Settings settings) {
        StringBuilder unusable = new StringBuilder();
        for (Path checkpoint : retained.newestFirst(JobOptions.RETAINED_CHECKPOINTS)) {
            String name = checkpoint.getFileName().toString();
            LocalJob job = LocalJob.launch(options, topology, Optional.of(checkpoint));
            JobHealth health = job.awaitDecided(START_LIMIT);
            Optional<JobHealth.Failure> ofCheckpoint = health.failureOfState();
            if (ofCheckpoint.isEmpty()) {
                requireNotOver(job, health, name);
                return new SpeedLayer(job, "resumed from " + name + unusable, settings);
            }
            job.abandon(STOP_LIMIT);
            retained.setAside(checkpoint);
            unusable.append("; ").append(name).append(" was unusable");
            LOG.atWarn()
                    .addKeyValue("position", name)
                    .addKeyValue("cause", ofCheckpoint.get().summary())
                    .log(
                            "checkpoint of the speed layer is unusable and set aside; trying the one before");
        }
        LocalJob job = LocalJob.launch(options, topology, Optional.empty());
        requireNotOver(job, job.awaitDecided(START_LIMIT), "the beginning of the log");
        return new SpeedLayer(job, "began at the beginning of the log" + unusable, settings);
    }

    private static void requireNotOver(LocalJob job, JobHealth health, String from) {
        if (health instanceof JobHealth.Over(JobHealth.Failure failure)) {
            job.abandon(STOP_LIMIT);
            throw Fault.unavailable(
                    "speed-layer-start",
                    "the speed layer cannot start from " + from + ": " + failure.summary(),
                    "see the cause, and that its directory can be written and has room");
        }
    }

    public Status status() {
        return switch (job.health()) {
            case JobHealth.Running running ->
                    watch.status(running, origin, System.currentTimeMillis());
            case JobHealth.Starting ignored ->
                    new Status(State.RESTARTING, "starting; " + origin, Optional.empty());
            case JobHealth.Restarting(JobHealth.Failure failure) ->
                    new Status(State.RESTARTING, failure.summary(), Optional.empty());
            case JobHealth.Unknown(String reason) ->
                    new Status(State.RESTARTING, reason, Optional.empty());
            case JobHealth.Over(JobHealth.Failure failure) ->
                    new Status(State.FAILED, failure.summary(), Optional.empty());
        };
    }

    /**
     * Returns when the log has all events that were stated before the call, durably. Which blocks
     * they are of is not said: a reader of the log tells that by what it finds there.
     *
     * @throws Fault (unavailable) where that takes longer than the limit
     */
    public void settle(Duration limit) {
        job.checkpoint(limit);
    }

    /** Stops with a last checkpoint, within seconds. */
    @Override
    public void close() {
        job.stop(STOP_LIMIT);
    }

    /** What a killed process left in the temporary directory is of no use to anybody. */
    private static void prepare(Path checkpoints, Path temporary) {
        try {
            Directories.delete(temporary);
            Files.createDirectories(checkpoints);
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw Fault.unavailable(
                    "speed-layer-directory",
                    "the speed layer cannot use " + temporary.getParent() + ": " + e,
                    "give it a directory that is writable and used by no other process",
                    e);
        }
    }
}
