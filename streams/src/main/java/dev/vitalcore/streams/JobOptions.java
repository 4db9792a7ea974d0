package dev.vitalcore.streams;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointingMode;

/** Flink's settings, each with its reason. */
final class JobOptions {
    /** A corrupt newest checkpoint must leave something to fall back to. */
    static final int RETAINED_CHECKPOINTS = 3;

    private static final String LOOPBACK = "127.0.0.1";

    private JobOptions() {}

    /** What the job itself needs, in this process and on a cluster alike. */
    static Configuration ofJob(Duration checkpointInterval) {
        Configuration options = new Configuration();
        options.set(PipelineOptions.NAME, "vitalcore speed layer");
        // A type that only Kryo could carry is a mistake that shall be seen at once.
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.OBJECT_REUSE, true); // all records are immutable
        options.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(10));
        // Its checksums find a damaged state when it is read, not when it misleads.
        options.set(ExecutionOptions.SNAPSHOT_COMPRESSION, true);
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
        // However long one takes, at least half of the time goes to the laps.
        options.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, checkpointInterval);
        options.set(
                CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
                CheckpointingMode.AT_LEAST_ONCE);
        options.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED_CHECKPOINTS);
        options.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        // A full disk must not stop the live laps; CheckpointWatch tells.
        options.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        // The state must be on the heap: timing is changed in place with every block.
        options.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
        return options;
    }

    /** What the cluster in this process needs beyond that: small, on loopback, in one directory. */
    static Configuration ofProcess(SpeedLayer.Settings settings, Path checkpoints, Path temporary) {
        Configuration options = ofJob(settings.checkpointInterval());
        options.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        options.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        options.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                checkpoints.toAbsolutePath().toUri().toString());
        options.set(CoreOptions.TMP_DIRS, temporary.toAbsolutePath().toString());
        // Our classes are on the application's own class path.
        options.set(CoreOptions.CLASSLOADER_RESOLVE_ORDER, "parent-first");
        options.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
        // The default reserves for large shuffles and for RocksDB, and there is neither.
        options.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
        options.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
        options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ZERO);
        // Flink insists on its REST server: any free port of loopback, and nothing to be changed by
        // it.
        options.set(RestOptions.ADDRESS, LOOPBACK);
        options.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        options.set(RestOptions.BIND_PORT, "0");
        options.set(WebOptions.SUBMIT_ENABLE, false);
        options.set(WebOptions.CANCEL_ENABLE, false);
        options.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        options.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        options.set(BlobServerOptions.PORT, "0");
        options.set(SecurityOptions.DELEGATION_TOKENS_ENABLED, false); // Hadoop's
        return options;
    }
}
