package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a service promised; the waiting thread is a virtual one. */
final class Answers {
    private Answers() {}

    static <T> T await(CompletionStage<T> promised, Duration most) {
        try {
            return promised.toCompletableFuture().get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Fault fault) {
                throw fault;
            }
            throw new IllegalStateException("the service failed", failed.getCause());
        } catch (TimeoutException late) {
            throw Fault.unavailable(
                    "log-slow",
                    "the log has not answered within " + most.toSeconds() + " s",
                    "try again; blocks that did arrive are then counted as duplicates",
                    late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    "server-stopping", "the server is stopping", "try again later", stopped);
        }
    }
}
