package dev.vitalcore.kafka;

import dev.vitalcore.kernel.Fault;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What Kafka's exceptions mean to the platform. */
final class KafkaFaults {
    private static final String REACH = "see that the broker runs and has space on its disk";

    private KafkaFaults() {}

    static Fault of(String doing, Throwable cause) {
        return switch (cause) {
            case Fault fault -> fault;
            case ExecutionException wrapped when wrapped.getCause() != null ->
                    of(doing, wrapped.getCause());
            case RecordTooLargeException tooLarge ->
                    Fault.user(
                            "record-too-large",
                            doing
                                    + " is refused: the record is too large; "
                                    + tooLarge.getMessage(),
                            "send smaller pieces; a value may have "
                                    + KafkaLimits.VALUE_BYTES
                                    + " bytes",
                            tooLarge);
            case UnknownTopicOrPartitionException unknown ->
                    Fault.unavailable(
                            "topic-missing",
                            doing + " failed: the topic does not exist",
                            "make the topic first",
                            unknown);
            case TimeoutException late ->
                    Fault.unavailable(
                            "log-unreachable",
                            doing + " took too long; " + late.getMessage(),
                            REACH,
                            late);
            case InterruptedException interrupted -> {
                Thread.currentThread().interrupt();
                yield Fault.unavailable(
                        "log-interrupted", doing + " was interrupted", "try again", interrupted);
            }
            default -> Fault.unavailable("log-failed", doing + " failed; " + cause, REACH, cause);
        };
    }
}
