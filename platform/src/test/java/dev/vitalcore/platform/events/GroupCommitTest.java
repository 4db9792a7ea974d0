package dev.vitalcore.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.GroupCommit.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch inFirst = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void givesEachItsAnswer() {
        GroupCommit<Integer, Integer> commit =
                new GroupCommit<>(all -> all.stream().map(n -> Outcome.of(2 * n)).toList());

        assertThat(commit.submit(4)).isEqualTo(8);
    }

    /** An error ends the commit of two who came together: both hear of it, and it goes on. */
    @Test
    void anErrorLeavesNobodyWaiting() throws InterruptedException {
        AtomicBoolean broken = new AtomicBoolean();
        GroupCommit<String, String> commit =
                behindTheFirst(all -> {
                    if (!broken.getAndSet(true)) {
                        throw new OutOfMemoryError("on purpose");
                    }
                    return answered(all);
                });

        List<Throwable> ends = endsOfTwoTogether(commit);

        assertThat(ends).hasSize(2).hasAtLeastOneElementOfType(OutOfMemoryError.class);
        assertThat(ends).filteredOn(GroupCommitTest::isUnclear).hasSize(1);
        assertThat(commit.submit("fourth")).isEqualTo("fourth");
    }

    /** A commit that forgets somebody has not said that it kept nothing. */
    @Test
    void whoIsGivenNoOutcomeIsToldThatItIsUnclear() throws InterruptedException {
        GroupCommit<String, String> commit = behindTheFirst(all -> List.of());

        List<Throwable> ends = endsOfTwoTogether(commit);

        assertThat(ends).hasSize(2).allMatch(GroupCommitTest::isUnclear);
    }

    /** Else each would wait for a time-out of his own, one after the other. */
    @Test
    void whoWaitsIsToldWithTheFirstThatTheEngineIsGone() throws InterruptedException {
        Fault gone = Fault.unavailable("engine-gone", "the engine is gone", "start it");
        AtomicInteger attempts = new AtomicInteger();
        GroupCommit<String, String> commit =
                new GroupCommit<>(all -> {
                    if (attempts.incrementAndGet() > 1) {
                        return answered(all);
                    }
                    holdTheFirst();
                    return List.of(Outcome.engineGone(gone));
                });

        List<Throwable> ends = endsOfTwoTogether(commit);

        assertThat(ends).hasSize(2).allMatch(end -> end == gone);
        assertThat(attempts).hasValue(1);
        assertThat(commit.submit("fourth")).isEqualTo("fourth");
    }

    /** Who was interrupted cannot say that the engine is gone. */
    @Test
    void whoIsStoppedFailsAlone() throws InterruptedException {
        GroupCommit<String, String> commit =
                new GroupCommit<>(all -> {
                    if (!all.contains("first")) {
                        return answered(all);
                    }
                    holdTheFirst();
                    Thread.currentThread().interrupt();
                    return List.of(
                            Outcome.engineGone(
                                    Fault.unavailable("stopped", "stopped", "try again")));
                });

        assertThat(endsOfTwoTogether(commit)).isEmpty();
    }

    @Test
    void aFailureOfOneIsHisAlone() throws InterruptedException {
        GroupCommit<String, String> commit =
                new GroupCommit<>(all -> {
                    if (!all.contains("first")) {
                        return answered(all);
                    }
                    holdTheFirst();
                    return List.of(
                            Outcome.failed(Fault.unavailable("full", "no room", "make room")));
                });

        assertThat(endsOfTwoTogether(commit)).isEmpty();
    }

    /** Who is answered must not keep the others from coming together, by being the next at once. */
    @Test
    void appendersInARowShareCommits() {
        int appenders = 8;
        int appendsEach = 100;
        AtomicInteger commits = new AtomicInteger();
        GroupCommit<Integer, Integer> commit =
                new GroupCommit<>(all -> {
                    commits.incrementAndGet();
                    return all.stream().map(Outcome::of).toList();
                });
        CountDownLatch start = new CountDownLatch(1);
        CompletableFuture<?>[] all = new CompletableFuture<?>[appenders];
        for (int i = 0; i < appenders; i++) {
            all[i] =
                    CompletableFuture.runAsync(
                            () -> {
                                await().atMost(SOON).until(() -> start.getCount() == 0);
                                for (int n = 0; n < appendsEach; n++) {
                                    commit.submit(n);
                                }
                            },
                            threads);
        }
        start.countDown();

        assertThat(CompletableFuture.allOf(all)).succeedsWithin(SOON);
        assertThat(commits).hasValueLessThan(appenders * appendsEach / 2);
    }

    private GroupCommit<String, String> behindTheFirst(
            Function<List<String>, List<Outcome<String>>> others) {
        return new GroupCommit<>(all -> {
            if (!all.contains("first")) {
                return others.apply(all);
            }
            holdTheFirst();
            return answered(all);
        });
    }

    private void holdTheFirst() {
        inFirst.countDown();
        await().atMost(SOON).until(() -> goOn.getCount() == 0);
    }

    /** How it ended badly for two who come while the first commits: they are the next group. */
    private List<Throwable> endsOfTwoTogether(GroupCommit<String, String> commit)
            throws InterruptedException {
        CompletableFuture<String> first = submitted(commit, "first");
        assertThat(inFirst.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<String>> two =
                List.of(submitted(commit, "second"), submitted(commit, "third"));
        await().atMost(SOON).until(() -> commit.waiting() == 2);
        goOn.countDown();
        await().atMost(SOON).until(() -> two.stream().allMatch(CompletableFuture::isDone));
        await().atMost(SOON).until(first::isDone);
        return two.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .map(CompletableFuture::exceptionNow)
                .toList();
    }

    private CompletableFuture<String> submitted(GroupCommit<String, String> commit, String what) {
        return CompletableFuture.supplyAsync(() -> commit.submit(what), threads);
    }

    private static List<Outcome<String>> answered(List<String> all) {
        return all.stream().map(Outcome::of).toList();
    }

    private static boolean isUnclear(Throwable end) {
        return end instanceof Fault fault && fault.code().equals("append-unclear");
    }
}
