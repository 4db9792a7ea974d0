package dev.vitalcore.pulsar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.Append;
import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.GroupCommit;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.events.replica.LogInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody listens where the broker should be: who waits together fails together. */
class PulsarAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final TopicLog log =
            TopicLog.open(
                    PulsarSettings.parse("pulsar://127.0.0.1:1/race/decisions/events"), PATIENCE);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void readsAndDecisionsThatWaitTogetherShareOneFailure() {
        List<Call> calls =
                List.of(
                        new Call(() -> log.look(LogInMemory::end)),
                        new Call(() -> log.asWriter(LogInMemory::end)),
                        new Call(() -> log.look(LogInMemory::end)),
                        new Call(() -> log.asWriter(LogInMemory::end)));
        await().atMost(PATIENCE).until(() -> log.waiting() == calls.size() - 1);

        Fault first = calls.getFirst().failure();

        assertThat(first.code()).isEqualTo("pulsar-connection");
        assertThat(calls).allMatch(call -> call.failure() == first);
    }

    @Test
    void appendsThatWaitTogetherShareOneFailure() {
        GroupCommit<Append, AppendResult> commits =
                new GroupCommit<>(new TopicWriter(log, () -> Instant.EPOCH)::commit);
        List<Call> calls =
                List.of(
                        new Call(() -> commits.submit(append())),
                        new Call(() -> commits.submit(append())),
                        new Call(() -> commits.submit(append())));
        await().atMost(PATIENCE).until(() -> calls.stream().allMatch(Call::waits));

        Fault first = calls.getFirst().failure();

        assertThat(first.code()).isEqualTo("pulsar-connection");
        assertThat(calls).allMatch(call -> call.failure() == first);
    }

    /** It is asked again by each who comes later: the broker may be back. */
    @Test
    void whoComesAfterTheFailureAsksAnew() {
        Fault first = new Call(() -> log.look(LogInMemory::end)).failure();

        Fault second = new Call(() -> log.look(LogInMemory::end)).failure();

        assertThat(second.code()).isEqualTo("pulsar-connection");
        assertThat(second).isNotSameAs(first);
    }

    /** That somebody was stopped says nothing about the broker. */
    @Test
    void whoIsStoppedFailsAlone() {
        Call stopped = new Call(() -> log.look(LogInMemory::end));
        await().atMost(PATIENCE).until(stopped::waits);
        Call other = new Call(() -> log.look(LogInMemory::end));
        await().atMost(PATIENCE).until(() -> log.waiting() == 1);

        stopped.thread.interrupt();

        assertThat(stopped.failure().code()).isEqualTo("pulsar-interrupted");
        assertThat(other.failure().code()).isEqualTo("pulsar-connection");
    }

    private static Append append() {
        NewEvent event =
                new NewEvent(
                        UUID.randomUUID(),
                        new EventType("racecontrol.FlagShown", 1),
                        new byte[] {1},
                        0,
                        new Origin("anna", "debris at turn 5", "c-1", "command/k-1"));
        return new Append(new StreamName("session", "spa-race"), Expected.any(), List.of(event));
    }

    /** On a thread of its own. */
    private static final class Call {
        private final CompletableFuture<Fault> failure = new CompletableFuture<>();
        private final Thread thread;

        Call(Runnable work) {
            thread =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() ->
                                    failure.complete(catchThrowableOfType(Fault.class, work::run)));
        }

        boolean waits() {
            Thread.State state = thread.getState();
            return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
        }

        Fault failure() {
            return failure.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
        }
    }
}
