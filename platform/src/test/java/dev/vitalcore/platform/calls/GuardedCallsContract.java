package dev.vitalcore.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.calls.CallState.Circuit;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every guard of calls does. */
public abstract class GuardedCallsContract {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration OPEN_FOR = Duration.ofSeconds(20);
    private static final CallPolicy POLICY = policy(Duration.ofSeconds(30), 1);
    private static final CallPolicy TWICE = policy(Duration.ofSeconds(30), 3);
    private static final CallPolicy SHORT = policy(Duration.ofMillis(20), 1);

    private final MovedClock clock = new MovedClock();
    private final List<Duration> pauses = new ArrayList<>();

    /**
     * @param pauses is told of pauses between attempts instead of waiting
     */
    protected abstract GuardedCalls calls(
            List<CallPolicy> policies, InstantSource clock, List<Duration> pauses);

    private static CallPolicy policy(Duration limit, int attempts) {
        return new CallPolicy(
                "weather",
                new CallPolicy.Purpose("weather forecast", "no forecast"),
                limit,
                new CallPolicy.Places(2, Duration.ofMillis(1)),
                new CallPolicy.Attempts(attempts, Duration.ofMillis(100), Duration.ofMillis(150)),
                new CallPolicy.Breaker(4, 4, 50, Duration.ofSeconds(3), 100, OPEN_FOR, 1),
                CallPolicy.Fallback.NONE);
    }

    private GuardedCalls calls(CallPolicy policy) {
        return calls(List.of(policy), clock, pauses);
    }

    @Test
    void givesWhatTheWorkGives() {
        GuardedCalls calls = calls(POLICY);

        assertThat(calls.<String>call(POLICY, () -> "dry")).isEqualTo("dry");

        assertThat(state(calls).circuit()).isEqualTo(Circuit.CLOSED);
        assertThat(state(calls).counts().succeeded()).isEqualTo(1);
    }

    @Test
    void refusesACallThatWasNotDeclared() {
        assertThatThrownBy(() -> calls(POLICY).call(TWICE, () -> "dry"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weather");
    }

    @Test
    void triesAgainAfterAPauseThatGrowsToItsLongest() {
        AtomicInteger made = new AtomicInteger();
        GuardedCalls calls = calls(TWICE);

        String answer = calls.call(TWICE, () -> failingUntil(3, made));

        assertThat(answer).isEqualTo("answer 3");
        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(150));
        assertThat(pauses.get(1)).isBetween(Duration.ofMillis(75), Duration.ofMillis(150));
        assertThat(state(calls).counts().repeated()).isEqualTo(2);
    }

    @Test
    void saysWhatFailedWhenAllAttemptsDid() {
        GuardedCalls calls = calls(TWICE);

        Fault fault = fault(calls, TWICE, () -> failing("connection refused"));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault.code()).isEqualTo("call-failed");
        assertThat(fault.text()).contains("weather forecast").contains("connection refused");
        assertThat(state(calls).counts().failed()).isEqualTo(3);
        assertThat(state(calls).lastFailure().orElseThrow().reason())
                .isEqualTo("connection refused");
    }

    @Test
    void opensWhenTooManyFailAndCallsNoMore() {
        GuardedCalls calls = calls(POLICY);
        failFourTimes(calls);
        AtomicInteger made = new AtomicInteger();

        Fault fault = fault(calls, POLICY, made::incrementAndGet);

        assertThat(made).hasValue(0);
        assertThat(fault.code()).isEqualTo("call-open");
        assertThat(fault.text()).contains("weather forecast").contains("broken pipe");
        assertThat(fault.remedy()).contains("20 s");
        assertThat(fault.retryAfter()).contains(OPEN_FOR);
        assertThat(state(calls).circuit()).isEqualTo(Circuit.OPEN);
        assertThat(state(calls).nextTry()).contains(clock.instant().plus(OPEN_FOR));
        assertThat(state(calls).failedPercent()).hasValue(100);
        assertThat(state(calls).counts().refusedOpen()).isEqualTo(1);
    }

    @Test
    void recoversByItselfWhenATrialSucceeds() {
        GuardedCalls calls = calls(POLICY);
        failFourTimes(calls);

        clock.move(OPEN_FOR.plusMillis(1));

        assertThat(state(calls).circuit()).isEqualTo(Circuit.HALF_OPEN);
        assertThat(calls.<String>call(POLICY, () -> "dry")).isEqualTo("dry");
        assertThat(state(calls).circuit()).isEqualTo(Circuit.CLOSED);
        assertThat(state(calls).since()).isEqualTo(clock.instant());
    }

    @Test
    void staysOpenWhenATrialFails() {
        GuardedCalls calls = calls(POLICY);
        failFourTimes(calls);
        clock.move(OPEN_FOR.plusMillis(1));

        fault(calls, POLICY, () -> failing("still broken"));

        assertThat(state(calls).circuit()).isEqualTo(Circuit.OPEN);
        assertThat(state(calls).nextTry()).contains(clock.instant().plus(OPEN_FOR));
    }

    @Test
    void opensWhenCallsAreSlow() {
        GuardedCalls calls = calls(POLICY);

        for (int i = 0; i < 4; i++) {
            calls.call(POLICY, () -> answerAfter(Duration.ofSeconds(4)));
        }

        assertThat(state(calls).circuit()).isEqualTo(Circuit.OPEN);
    }

    @Test
    void makesNoFurtherAttemptOnceOpen() {
        GuardedCalls calls = calls(TWICE);
        AtomicInteger made = new AtomicInteger();

        fault(calls, TWICE, () -> failingUntil(100, made));
        fault(calls, TWICE, () -> failingUntil(100, made));

        assertThat(made).hasValue(4);
    }

    @Test
    void keepsAwayAsLongAsItIsTold() {
        GuardedCalls calls = calls(TWICE);

        Fault told =
                fault(
                        calls,
                        TWICE,
                        () -> {
                            throw new TryLater("429", Duration.ofMinutes(2));
                        });

        assertThat(told.retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(pauses).isEmpty();
        clock.move(Duration.ofSeconds(119));
        assertThat(fault(calls, TWICE, () -> "dry").code()).isEqualTo("call-open");
        clock.move(Duration.ofSeconds(2));
        assertThat(calls.<String>call(TWICE, () -> "dry")).isEqualTo("dry");
    }

    @Test
    void takesNoRefusedQuestionForAFailure() {
        GuardedCalls calls = calls(TWICE);

        for (int i = 0; i < 8; i++) {
            Fault fault =
                    fault(
                            calls,
                            TWICE,
                            () -> {
                                throw Fault.user("place-unusable", "no such place", "name another");
                            });
            assertThat(fault.code()).isEqualTo("place-unusable");
        }

        assertThat(state(calls).circuit()).isEqualTo(Circuit.CLOSED);
        assertThat(pauses).isEmpty();
    }

    @Test
    void throwsABugOnAndDoesNotRepeatIt() {
        GuardedCalls calls = calls(TWICE);

        assertThatThrownBy(() ->
                        calls.call(
                                TWICE,
                                () -> {
                                    throw new IllegalStateException("a bug");
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
        assertThat(state(calls).counts().failed()).isEqualTo(1);
    }

    @Test
    void interruptsWorkWhoseTimeIsUp() {
        GuardedCalls calls = calls(SHORT);
        CompletableFuture<String> ended = new CompletableFuture<>();

        Fault fault = fault(calls, SHORT, () -> waitingUntilInterrupted(ended));

        assertThat(fault.code()).isEqualTo("call-timed-out");
        assertThat(ended.join()).isEqualTo("interrupted");
        assertThat(state(calls).counts().timedOut()).isEqualTo(1);
        await().atMost(LONG).until(() -> state(calls).underWay() == 0);
    }

    @Test
    void keepsThePlaceOfWorkThatDoesNotEnd() {
        GuardedCalls calls = calls(SHORT);
        CountDownLatch end = new CountDownLatch(1);

        fault(calls, SHORT, () -> deafUntil(end));
        fault(calls, SHORT, () -> deafUntil(end));

        Fault busy = fault(calls, SHORT, () -> "dry");
        assertThat(busy.code()).isEqualTo("call-busy");
        assertThat(busy.text()).contains("2 times");
        assertThat(state(calls).counts().refusedBusy()).isEqualTo(1);
        end.countDown();
        await().atMost(LONG).until(() -> state(calls).underWay() == 0);
        assertThat(calls.<String>call(SHORT, () -> "dry")).isEqualTo("dry");
    }

    @Test
    void givesUpForACallerThatIsStopped() throws InterruptedException {
        GuardedCalls calls = calls(POLICY);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> ended = new CompletableFuture<>();
        CompletableFuture<Fault> told = new CompletableFuture<>();
        Thread caller =
                Thread.ofVirtual()
                        .start(() ->
                                told.complete(
                                        fault(
                                                calls,
                                                POLICY,
                                                () -> {
                                                    begun.countDown();
                                                    return waitingUntilInterrupted(ended);
                                                })));
        begun.await();

        caller.interrupt();

        assertThat(told.join().code()).isEqualTo("call-stopped");
        assertThat(ended.join()).isEqualTo("interrupted");
        assertThat(state(calls).counts().failed()).isZero();
    }

    private void failFourTimes(GuardedCalls calls) {
        for (int i = 0; i < 4; i++) {
            fault(calls, POLICY, () -> failing("broken pipe"));
        }
    }

    private static Fault fault(GuardedCalls calls, CallPolicy policy, GuardedCalls.Work<?> work) {
        return catchThrowableOfType(Fault.class, () -> calls.call(policy, work));
    }

    private static CallState state(GuardedCalls calls) {
        return calls.states().getFirst();
    }

    private static String failing(String message) throws IOException {
        throw new IOException(message);
    }

    private static String failingUntil(int good, AtomicInteger made) throws IOException {
        int number = made.incrementAndGet();
        return number < good ? failing("failure " + number) : "answer " + number;
    }

    private String answerAfter(Duration time) {
        clock.move(time);
        return "late";
    }

    private static String waitingUntilInterrupted(CompletableFuture<String> ended) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            ended.complete("interrupted");
        }
        return "nothing";
    }

    private static String deafUntil(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return "at last";
            } catch (InterruptedException ignored) {
                // an engine that does not heed it
            }
        }
    }
}
