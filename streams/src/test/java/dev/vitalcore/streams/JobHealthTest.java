package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobHealthTest {
    private static final String TRACE =
            """
            java.lang.Exception: Exception while creating StreamOperatorStateContext.
            \tat org.apache.flink.Somewhere.initialize(Somewhere.java:1)
            Caused by: org.apache.flink.util.FlinkException: Could not restore keyed state backend
            \t... 3 more
            Caused by: java.io.EOFException: half a state
            """;

    @Test
    void aFailureIsToldByItsFirstAndItsLastCause() {
        assertThat(new JobHealth.Failure(TRACE).summary())
                .isEqualTo(
                        "java.lang.Exception: Exception while creating"
                                + " StreamOperatorStateContext.; java.io.EOFException: half a state");
    }

    @Test
    void aFailureWithoutCauseIsToldAsItIs() {
        assertThat(new JobHealth.Failure("FAILED").summary()).isEqualTo("FAILED");
        assertThat(new JobHealth.Failure("").summary()).isEqualTo("unknown cause");
    }

    @Test
    void aLogOutOfReachIsNotTheCheckpointsFault() {
        assertThat(new JobHealth.Failure(TRACE).isOfState()).isTrue();
        assertThat(
                        new JobHealth.Failure(
                                        "org.apache.kafka.common.errors.TimeoutException: no brokers")
                                .isOfState())
                .isFalse();
    }

    @Test
    void unreadableMetadataIsTheCheckpointsFault() {
        String trace =
                """
                org.apache.flink.runtime.client.JobInitializationException: Could not start the JobMaster.
                Caused by: java.io.EOFException
                \tat org.apache.flink.runtime.checkpoint.Checkpoints.loadCheckpointMetadata(Checkpoints.java:1)
                """;

        assertThat(new JobHealth.Over(new JobHealth.Failure(trace)).failureOfState()).isPresent();
    }

    @Test
    void whatHindersTheReadingOfASoundCheckpointIsNotItsFault() {
        for (String cause :
                new String[] {
                    "java.lang.OutOfMemoryError: Java heap space",
                    "java.io.FileNotFoundException: /chk-7/state (Permission denied)",
                    "java.io.FileNotFoundException: /chk-7/state (Too many open files)"
                }) {
            JobHealth.Failure failure = new JobHealth.Failure(TRACE + "Caused by: " + cause);

            assertThat(new JobHealth.Restarting(failure).failureOfState()).as(cause).isEmpty();
        }
    }

    @Test
    void aJobThatEndsForAnotherReasonCostsNoCheckpoint() {
        JobHealth.Failure failure = new JobHealth.Failure("java.io.IOException: the disk is full");

        assertThat(new JobHealth.Over(failure).failureOfState()).isEmpty();
    }

    @Test
    void theAgeOfACheckpointIsNeverNegative() {
        assertThat(new JobHealth.Running(Optional.of(2_000L)).checkpointAge(7_000))
                .contains(Duration.ofSeconds(5));
        assertThat(new JobHealth.Running(Optional.of(2_000L)).checkpointAge(1_000))
                .contains(Duration.ZERO);
        assertThat(new JobHealth.Running(Optional.empty()).checkpointAge(7_000)).isEmpty();
    }
}
