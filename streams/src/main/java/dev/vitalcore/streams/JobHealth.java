package dev.vitalcore.streams;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.scheduler.ExecutionGraphInfo;
import org.apache.flink.runtime.scheduler.exceptionhistory.RootExceptionHistoryEntry;
import org.jspecify.annotations.Nullable;

/** How the job is, as its execution graph tells. */
sealed interface JobHealth {
    /** Tasks are being deployed or read their state; nothing has gone wrong so far. */
    record Starting() implements JobHealth {}

    /** Every task runs. */
    record Running(Optional<Long> lastCheckpointMillis) implements JobHealth {
        Optional<Duration> checkpointAge(long nowMillis) {
            return lastCheckpointMillis.map(at -> Duration.ofMillis(Math.max(0, nowMillis - at)));
        }
    }

    /** A task failed; Flink starts all of them again from the last checkpoint. */
    record Restarting(Failure failure) implements JobHealth {}

    /** Nobody answers: the process is overloaded, or the cluster is being closed. */
    record Unknown(String reason) implements JobHealth {}

    /** The job is over and does not come back by itself. */
    record Over(Failure failure) implements JobHealth {}

    /**
     * @param trace stack traces as text: the exceptions crossed a class loader
     */
    record Failure(String trace) {
        /** Where Flink is when a checkpoint cannot be read, or does not fit the program. */
        private static final List<String> OF_STATE =
                List.of(
                        "Checkpoints.loadCheckpointMetadata(",
                        "Failed to rollback to checkpoint/savepoint",
                        ".resetToCheckpoint(",
                        "StreamOperatorStateContext");

        /** What hinders the reading of a sound checkpoint as well. */
        private static final List<String> OF_SURROUNDINGS =
                List.of("OutOfMemoryError", "Permission denied", "Too many open files");

        /** What was said first, and what lay at the bottom of it. */
        String summary() {
            String first = trace.lines().findFirst().orElse("unknown cause");
            return trace.lines()
                    .filter(line -> line.startsWith("Caused by: "))
                    .reduce((earlier, later) -> later)
                    .map(root -> first + "; " + root.substring("Caused by: ".length()))
                    .orElse(first);
        }

        /** Whether the checkpoint itself cannot be used: its metadata or a state in it. */
        boolean isOfState() {
            return OF_STATE.stream().anyMatch(trace::contains)
                    && OF_SURROUNDINGS.stream().noneMatch(trace::contains);
        }
    }

    /**
     * Why the checkpoint cannot be resumed from; empty where it can, or something else is amiss.
     */
    default Optional<Failure> failureOfState() {
        Optional<Failure> failure =
                switch (this) {
                    case Over(Failure why) -> Optional.of(why);
                    case Restarting(Failure why) -> Optional.of(why);
                    case Starting ignored -> Optional.empty();
                    case Running ignored -> Optional.empty();
                    case Unknown ignored -> Optional.empty();
                };
        return failure.filter(Failure::isOfState);
    }

    static JobHealth of(ExecutionGraphInfo info) {
        AccessExecutionGraph graph = info.getArchivedExecutionGraph();
        Failure failure = lastFailure(info);
        if (graph.getState().isGloballyTerminalState()) {
            return new Over(failure == null ? new Failure(graph.getState().name()) : failure);
        }
        if (graph.getState() == JobStatus.RUNNING && allTasksRun(graph)) {
            return new Running(lastCheckpointMillis(graph));
        }
        return failure == null ? new Starting() : new Restarting(failure);
    }

    private static boolean allTasksRun(AccessExecutionGraph graph) {
        for (AccessExecutionVertex task : graph.getAllExecutionVertices()) {
            if (task.getExecutionState() != ExecutionState.RUNNING) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Failure lastFailure(ExecutionGraphInfo info) {
        @Nullable Failure last = null;
        for (RootExceptionHistoryEntry entry : info.getExceptionHistory()) {
            last = new Failure(entry.getExceptionAsString());
        }
        ErrorInfo ofJob = info.getArchivedExecutionGraph().getFailureInfo();
        return last == null && ofJob != null ? new Failure(ofJob.getExceptionAsString()) : last;
    }

    private static Optional<Long> lastCheckpointMillis(AccessExecutionGraph graph) {
        if (graph.getCheckpointStatsSnapshot() == null) {
            return Optional.empty();
        }
        CompletedCheckpointStats last =
                graph.getCheckpointStatsSnapshot().getHistory().getLatestCompletedCheckpoint();
        return last == null ? Optional.empty() : Optional.of(last.getLatestAckTimestamp());
    }
}
