package dev.vitalcore.telemetry.application;

import java.util.concurrent.CompletableFuture;

/** What becomes of one block of a call, and when that is certain. */
sealed interface Intake {
    /** Completes when nothing of it can be lost any more. */
    CompletableFuture<?> durable();

    record Accepted(CompletableFuture<?> durable) implements Intake {}

    record Duplicate(CompletableFuture<?> durable) implements Intake {}

    record Refused(RefusedBlock block, CompletableFuture<?> durable) implements Intake {}
}
