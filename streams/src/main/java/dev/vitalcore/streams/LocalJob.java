package dev.vitalcore.streams;

import dev.vitalcore.kernel.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the job, on a cluster of its own in this process. */
final class LocalJob {
    /** The same in every process, so that the checkpoints of all runs stand in one directory. */
    static final JobID ID =
            JobID.fromByteArray("vitalcore-timing".getBytes(StandardCharsets.US_ASCII));

    private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);
    private static final Duration SUBMISSION = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(20);

    private final MiniCluster cluster;

    private LocalJob(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts a cluster and the job on it; does not wait for its tasks.
     *
     * @param resumeFrom a checkpoint, which becomes the job's own: Flink deletes it once newer ones
     *     have taken its place
     */
    static LocalJob launch(
            Configuration options, TimingTopology topology, Optional<Path> resumeFrom) {
        JobGraph graph = graph(options, topology);
        resumeFrom.ifPresent(checkpoint -> graph.setSavepointRestoreSettings(claim(checkpoint)));
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(options)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(graph.getMaximumParallelism())
                                .build());
        LocalJob job = new LocalJob(cluster);
        try {
            cluster.start();
            await(cluster.submitJob(graph), SUBMISSION);
            return job;
        } catch (Exception e) {
            // MiniCluster declares Exception; whatever it is, there is no speed layer now.
            job.closeCluster(ANSWER);
            throw Fault.unavailable(
                    "speed-layer-start",
                    "the speed layer cannot start: " + e,
                    "see the cause; a full disk or too little memory is the usual one",
                    e);
        }
    }

    JobHealth health() {
        if (!cluster.isRunning()) {
            return new JobHealth.Over(new JobHealth.Failure("the speed layer is closed"));
        }
        try {
            return JobHealth.of(await(cluster.getExecutionGraphInfo(ID), ANSWER));
        } catch (ExecutionException | TimeoutException e) {
            return new JobHealth.Unknown("the job does not answer: " + e);
        }
    }

    /** Waits until the tasks run or something has gone wrong, at most as long as given. */
    JobHealth awaitDecided(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        JobHealth health = health();
        while (health instanceof JobHealth.Starting && System.nanoTime() < deadline) {
            pause();
            health = health();
        }
        return health;
    }

    /**
     * Stops with a last checkpoint, or without one where that takes longer than the limit. What was
     * done since the checkpoint is done again after the next start.
     */
    void stop(Duration limit) {
        if (!cluster.isRunning()) {
            return;
        }
        try {
            await(cluster.triggerCheckpoint(ID, CheckpointType.FULL), limit);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn()
                    .setCause(e)
                    .log("no last checkpoint of the speed layer; it resumes from the one before");
        }
        abandon(limit);
    }

    /**
     * Takes a checkpoint, after which everything is in the log that was stated before the call.
     *
     * @throws Fault (unavailable) where none is complete within the limit
     */
    void checkpoint(Duration limit) {
        try {
            await(cluster.triggerCheckpoint(ID, CheckpointType.FULL), limit);
        } catch (ExecutionException | TimeoutException e) {
            throw Fault.unavailable(
                    "speed-layer-checkpoint",
                    "the speed layer made no checkpoint within " + limit.toSeconds() + " s: " + e,
                    "see that its directory can be written and has room",
                    e);
        }
    }

    /** Stops without a checkpoint; those on disk stay. */
    void abandon(Duration limit) {
        try {
            await(cluster.cancelJob(ID), limit);
            await(cluster.requestJobResult(ID), limit);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atDebug().setCause(e).log("the job did not end in time; its cluster is closed");
        }
        closeCluster(limit);
    }

    private void closeCluster(Duration limit) {
        try {
            await(cluster.closeAsync(), limit);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().setCause(e).log("the cluster of the speed layer did not close in time");
        }
    }

    private static JobGraph graph(Configuration options, TimingTopology topology) {
        ClassLoader classes = LocalJob.class.getClassLoader();
        StreamExecutionEnvironment environment = new StreamExecutionEnvironment(options, classes);
        topology.addTo(environment);
        return environment.getStreamGraph().getJobGraph(classes, ID);
    }

    private static SavepointRestoreSettings claim(Path checkpoint) {
        return SavepointRestoreSettings.forPath(
                checkpoint.toAbsolutePath().toUri().toString(), false, RecoveryClaimMode.CLAIM);
    }

    private static <T> T await(CompletableFuture<T> future, Duration limit)
            throws ExecutionException, TimeoutException {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Flink offers no future for 'all tasks run'. */
    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Fault interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return Fault.unavailable(
                "speed-layer-interrupted",
                "interrupted while waiting for the speed layer",
                "start the platform again",
                cause);
    }
}
