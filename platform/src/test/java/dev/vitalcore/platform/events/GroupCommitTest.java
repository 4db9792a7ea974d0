package dev.vitalcore.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

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

    /** The first commit ends by an error while others wait; they must hear of it, not hang. */
    @Test
    void anErrorLeavesNobodyWaiting() throws InterruptedException {
        CountDownLatch inFirst = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        GroupCommit<String, String> commit =
                new GroupCommit<>(all -> {
                    if (all.contains("first")) {
                        inFirst.countDown();
                        await().atMost(SOON).until(() -> goOn.getCount() == 0);
                        return all.stream().map(Outcome::of).toList();
                    }
                    throw new OutOfMemoryError("on purpose");
                });
        CompletableFuture<String> first =
                CompletableFuture.supplyAsync(() -> commit.submit("first"), threads);
        assertThat(inFirst.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<String>> waiting =
                List.of(
                        CompletableFuture.supplyAsync(() -> commit.submit("second"), threads),
                        CompletableFuture.supplyAsync(() -> commit.submit("third"), threads));
        await().atMost(SOON).until(() -> commit.waiting() == 2);
        goOn.countDown();

        assertThat(first.join()).isEqualTo("first");
        await().atMost(SOON).until(() -> waiting.stream().allMatch(CompletableFuture::isDone));
        List<Throwable> ends =
                waiting.stream()
                        .map(each -> each.handle((ok, failed) -> failed).join())
                        .map(Throwable::getCause)
                        .toList();
        assertThat(ends).hasAtLeastOneElementOfType(OutOfMemoryError.class);
        assertThat(ends)
                .filteredOn(end -> end instanceof Fault)
                .allSatisfy(end -> assertThat(((Fault) end).code()).isEqualTo("append-unclear"));
        assertThatThrownBy(() -> commit.submit("fourth")).isInstanceOf(OutOfMemoryError.class);
    }
}
