package dev.vitalcore.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReaderThreadsTest {
    private final ReaderThreads threads = new ReaderThreads(Path.of("series"));

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void givesTheAnswerOrTheFault() {
        assertThat(threads.<String>call(givenUp -> "rows")).isEqualTo("rows");
        assertThatThrownBy(() ->
                        threads.call(givenUp -> {
                            throw Fault.user("too-many-rows", "many", "fewer");
                        }))
                .isInstanceOf(Fault.class)
                .hasMessage("many");
    }

    @Test
    void waitsForTheEndOfAQueryThatItGivesUp() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<String> caller = new CompletableFuture<>();
        Thread calling =
                Thread.ofPlatform()
                        .start(() ->
                                caller.complete(
                                        interrupted(givenUp -> {
                                            begun.countDown();
                                            awaitTrue(givenUp);
                                            told.complete(true);
                                            awaitOpen(end);
                                            return "too late";
                                        })));
        begun.await();

        calling.interrupt();

        assertThat(told.join()).isTrue();
        assertThat(caller).isNotDone();
        end.countDown();
        assertThat(caller.join()).isEqualTo("series-interrupted");
    }

    private String interrupted(ReaderThreads.Query<String> query) {
        try {
            return threads.call(query);
        } catch (Fault fault) {
            return fault.code();
        }
    }

    private static void awaitTrue(BooleanSupplier givenUp) {
        while (!givenUp.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
