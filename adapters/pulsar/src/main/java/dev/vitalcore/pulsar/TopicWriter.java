package dev.vitalcore.pulsar;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.Append;
import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.GroupCommit.Outcome;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.replica.Draft;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.pulsar.client.api.MessageId;
import org.jspecify.annotations.Nullable;

/** Decides about appends and has the broker keep them. Used by one thread at a time. */
final class TopicWriter {
    /** Below the 5 MiB that a broker takes by default. */
    private static final int MESSAGE_LIMIT_BYTES = 4 * 1024 * 1024;

    private final TopicLog log;
    private final InstantSource clock;

    /** Sent, and not known whether it was kept. */
    private @Nullable Sent unclear;

    TopicWriter(TopicLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    List<Outcome<AppendResult>> commit(List<Append> requests) {
        List<Outcome<AppendResult>> outcomes = new ArrayList<>(requests.size());
        while (outcomes.size() < requests.size()) {
            outcomes.addAll(commitSome(requests.subList(outcomes.size(), requests.size())));
        }
        return outcomes;
    }

    /** As many as one message holds; where that fails, all of them. */
    private List<Outcome<AppendResult>> commitSome(List<Append> requests) {
        try {
            settle();
            long nowNanos = EpochNanos.of(clock.instant());
            Decided decided =
                    log.asWriter(memory -> {
                        Draft draft = new Draft(memory, nowNanos, MESSAGE_LIMIT_BYTES);
                        return new Decided(draft, draft.addAll(requests));
                    });
            if (!decided.draft().events().isEmpty()) {
                send(decided.draft());
            }
            return decided.outcomes();
        } catch (Fault e) {
            return Collections.nCopies(
                    requests.size(),
                    PulsarFaults.isAway(e) ? Outcome.engineGone(e) : Outcome.failed(e));
        } catch (RuntimeException e) {
            return Collections.nCopies(requests.size(), Outcome.failed(e));
        }
    }

    /** What was sent earlier has to be known before anything is decided on top of it. */
    private void settle() {
        Sent open = unclear;
        if (open != null) {
            await(open);
        }
    }

    private void send(Draft draft) {
        List<RecordedEvent> events = draft.events();
        byte[] message = draft.message();
        Sent sent;
        try {
            sent = new Sent(events, log.topic().send(message, events.getLast().position()));
        } catch (Throwable e) {
            log.resign(); // it may have gone out, and nobody would wait for its receipt
            throw e;
        }
        await(sent);
    }

    private void await(Sent sent) {
        unclear = sent;
        MessageId kept;
        try {
            kept = log.topic().await(sent.future());
        } catch (TimeoutException e) {
            throw PulsarFaults.unclear(log.where(), e);
        } catch (Fault failed) {
            unclear = null;
            log.resign(); // the next append becomes the writer anew, and reads what was kept
            // after all
            throw failed;
        }
        unclear = null;
        log.take(sent.events(), kept);
    }

    private record Decided(Draft draft, List<Outcome<AppendResult>> outcomes) {}

    private record Sent(List<RecordedEvent> events, CompletableFuture<MessageId> future) {}
}
