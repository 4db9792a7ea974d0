package dev.vitalcore.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastGoodTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final MovedClock clock = new MovedClock();
    private final AtomicInteger made = new AtomicInteger();
    private final LastGood<String, Integer> lastGood =
            new LastGood<>(
                    new LastGood.Keeping(2, Duration.ofMinutes(10), Duration.ofHours(3)), clock);

    @Test
    void givesWhatIsNewEnoughWithoutACall() {
        lastGood.get("spa", made::incrementAndGet);
        clock.move(Duration.ofMinutes(9));

        Answer<Integer> again = lastGood.get("spa", made::incrementAndGet);

        assertThat(again)
                .isEqualTo(new Answer.Fresh<>(1, clock.instant().minus(Duration.ofMinutes(9))));
        assertThat(made).hasValue(1);
    }

    @Test
    void callsAgainWhenTheValueIsOld() {
        lastGood.get("spa", made::incrementAndGet);
        clock.move(Duration.ofMinutes(10));

        assertThat(lastGood.get("spa", made::incrementAndGet))
                .isEqualTo(new Answer.Fresh<>(2, clock.instant()));
    }

    @Test
    void givesTheLastGoodValueMarkedStaleWhereTheCallFails() {
        Instant fetched = clock.instant();
        lastGood.get("spa", made::incrementAndGet);
        clock.move(Duration.ofHours(1));

        assertThat(lastGood.get("spa", LastGoodTest::unavailable))
                .isEqualTo(new Answer.Stale<>(1, fetched, "the forecast cannot be had"));
    }

    @Test
    void goesOnWithWhatWasGoodBeforeARestart() {
        Instant before = clock.instant().minus(Duration.ofHours(1));
        lastGood.restore("spa", 7, before);

        assertThat(lastGood.has("spa")).isTrue();
        assertThat(lastGood.get("spa", LastGoodTest::unavailable))
                .isEqualTo(new Answer.Stale<>(7, before, "the forecast cannot be had"));
        assertThat(lastGood.get("spa", made::incrementAndGet))
                .isEqualTo(new Answer.Fresh<>(1, clock.instant()));
        lastGood.restore("spa", 7, before);
        assertThat(lastGood.get("spa", made::incrementAndGet).value()).isEqualTo(1);
    }

    @Test
    void givesNothingThatIsTooOld() {
        lastGood.get("spa", made::incrementAndGet);
        clock.move(Duration.ofHours(3));

        assertThatThrownBy(() -> lastGood.get("spa", LastGoodTest::unavailable))
                .isInstanceOf(Fault.class);
    }

    @Test
    void doesNotHideARefusedQuestionBehindAnOldValue() {
        lastGood.get("spa", made::incrementAndGet);
        clock.move(Duration.ofHours(1));

        assertThatThrownBy(() -> lastGood.get("spa", LastGoodTest::refused))
                .hasMessage("no such place");
    }

    @Test
    void forgetsWhatWasNotAskedForForLongest() {
        lastGood.get("spa", made::incrementAndGet);
        lastGood.get("monza", made::incrementAndGet);
        lastGood.get("spa", made::incrementAndGet);
        lastGood.get("imola", made::incrementAndGet);

        assertThat(lastGood.get("spa", made::incrementAndGet).value()).isEqualTo(1);
        assertThat(lastGood.get("monza", made::incrementAndGet).value()).isEqualTo(4);
    }

    @Test
    void sharesOneCallAmongThoseWhoWantTheSame() {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Integer> first =
                CompletableFuture.supplyAsync(
                        () -> lastGood.get("spa", () -> afterwards(go)).value());
        await().atMost(SOON).until(() -> made.get() == 1);
        CompletableFuture<Integer> second = new CompletableFuture<>();
        Thread waiting =
                Thread.ofPlatform()
                        .start(() ->
                                second.complete(lastGood.get("spa", () -> afterwards(go)).value()));
        await().atMost(SOON).until(() -> waiting.getState() == Thread.State.WAITING);

        go.countDown();

        assertThat(first).succeedsWithin(SOON).isEqualTo(1);
        assertThat(second).succeedsWithin(SOON).isEqualTo(1);
        assertThat(made).hasValue(1);
    }

    /** Who joined a call is not stopped with who made it: he makes it himself. */
    @Test
    void whoJoinedGoesOnWhereTheOtherIsStopped() {
        CountDownLatch never = new CountDownLatch(1);
        Thread first =
                Thread.ofPlatform().start(() -> lastGood.get("spa", () -> untilStopped(never)));
        await().atMost(SOON).until(() -> made.get() == 1);
        CompletableFuture<Integer> second = new CompletableFuture<>();
        Thread joined =
                Thread.ofPlatform()
                        .start(() ->
                                second.complete(
                                        lastGood.get("spa", made::incrementAndGet).value()));
        await().atMost(SOON).until(() -> joined.getState() == Thread.State.WAITING);

        first.interrupt();

        assertThat(second).succeedsWithin(SOON).isEqualTo(2);
    }

    /** Who waits for the call of another ends when he is stopped, and the other's goes on. */
    @Test
    void whoJoinedCanBeStoppedHimself() {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Integer> first =
                CompletableFuture.supplyAsync(
                        () -> lastGood.get("spa", () -> afterwards(go)).value());
        await().atMost(SOON).until(() -> made.get() == 1);
        CompletableFuture<Throwable> second = new CompletableFuture<>();
        Thread joined =
                Thread.ofPlatform()
                        .start(() ->
                                second.complete(
                                        catchThrowable(
                                                () -> lastGood.get("spa", made::incrementAndGet))));
        await().atMost(SOON).until(() -> joined.getState() == Thread.State.WAITING);

        joined.interrupt();

        assertThat(second)
                .succeedsWithin(SOON)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(GuardedCalls.STOPPED));
        go.countDown();
        assertThat(first).succeedsWithin(SOON).isEqualTo(1);
    }

    private int untilStopped(CountDownLatch never) {
        made.incrementAndGet();
        try {
            never.await();
            return 0;
        } catch (InterruptedException stopped) {
            throw Fault.unavailable(GuardedCalls.STOPPED, "stopped", "ask again", stopped);
        }
    }

    private int afterwards(CountDownLatch go) {
        int number = made.incrementAndGet();
        try {
            go.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return number;
    }

    private static Integer unavailable() {
        throw Fault.unavailable("call-failed", "the forecast cannot be had", "wait");
    }

    private static Integer refused() {
        throw Fault.user("place-unusable", "no such place", "name another");
    }
}
