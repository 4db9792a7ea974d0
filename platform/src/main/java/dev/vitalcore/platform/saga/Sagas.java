package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.SagaDatum;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Refusal;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Handled;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The sagas of a store, kept going on threads of their own. Any thread may call.
 *
 * <p>Of several processes on one store each keeps going what it started or found when it was
 * started; where two run the same saga, attempts are made twice, with the same keys, and one of
 * their outcomes counts.
 */
public final class Sagas implements AutoCloseable {
    /** Most sagas that one question looks at. */
    static final int SCAN_LIMIT = 10_000;

    private static final int PAGE = 500;

    private final SagaJournal journal;
    private final SagaRunner runner;
    private final StepCodes codes;
    private final InstantSource clock;
    private final AutoCloseable threads;

    private Sagas(RunnerParts parts, SagaRunner runner, AutoCloseable threads) {
        this.journal = parts.journal();
        this.codes = parts.codes();
        this.clock = parts.clock();
        this.runner = runner;
        this.threads = threads;
    }

    /**
     * What sagas stand on.
     *
     * @param clock says when events happened, and when what was to wait is due
     */
    public record Ports(
            EventStore store,
            EventFormat<SagaEvent> format,
            OperatorNotices notices,
            InstantSource clock) {}

    /**
     * Takes up the sagas that are not over.
     *
     * @param threads attempts that are made at once, at least 1
     */
    public static Sagas start(Ports ports, StepCodes codes, int threads) {
        WorkerThreads workers = new WorkerThreads(threads);
        SagaJournal journal = new SagaJournal(ports.store(), ports.format(), new SagaMachine());
        RunnerParts parts =
                new RunnerParts(journal, codes, ports.notices(), ports.clock(), workers);
        SagaRunner runner = new SagaRunner(parts);
        runner.recover();
        return new Sagas(parts, runner, workers);
    }

    /** A saga as it stands in a store, without running anything; empty where there is none. */
    public static Optional<SagaView> look(
            EventStore store, EventFormat<SagaEvent> format, SagaId id) {
        SagaState state = new SagaJournal(store, format, new SagaMachine()).state(id);
        return Optional.of(state).filter(SagaState::isStarted).map(SagaView::of);
    }

    /**
     * Starts a saga; idempotent by the request's key. Returns when that is kept.
     *
     * @throws Fault (conflict, {@code saga-exists}) when another one has the name; (unavailable,
     *     {@code sagas-full}); (user, {@code plan-without-code})
     */
    public SagaView start(SagaId id, SagaPlan plan, Map<String, String> data, SagaRequest request) {
        if (!id.plan().equals(plan.name())) {
            throw new IllegalArgumentException(
                    "saga " + id + " cannot follow plan " + plan.name() + ": name it by its plan");
        }
        codes.requireAll(plan);
        runner.requireRoom();
        return ask(
                id, request, new SagaCommand.Start(id, plan, SagaDatum.listOf(data), nowNanos()));
    }

    /**
     * Has all undone that was done; an attempt under way is interrupted. One that is being undone
     * already stays as it is.
     *
     * @throws Fault (user, {@code saga-unknown}); (conflict, {@code saga-over})
     */
    public SagaView cancel(SagaId id, SagaRequest request) {
        return ask(id, request, new SagaCommand.Cancel(request.who(), request.why(), nowNanos()));
    }

    /**
     * Tries again to undo what could not be undone.
     *
     * @throws Fault (user, {@code saga-unknown}); (conflict, {@code saga-over}, {@code
     *     saga-not-stuck})
     */
    public SagaView resume(SagaId id, SagaRequest request) {
        return ask(id, request, new SagaCommand.Resume(request.who(), nowNanos()));
    }

    /** Empty where there is none. */
    public Optional<SagaView> inspect(SagaId id) {
        return Optional.of(journal.state(id)).filter(SagaState::isStarted).map(SagaView::of);
    }

    /**
     * Those that the condition holds for, by name. Folds each saga it looks at.
     *
     * @param afterName empty: from the first
     * @return at most as many as are asked for, out of the next {@link #SCAN_LIMIT}
     */
    public List<SagaView> list(String afterName, Predicate<SagaView> condition, int limit) {
        List<SagaView> found = new ArrayList<>();
        String name = afterName;
        for (int seen = 0; seen < SCAN_LIMIT; ) {
            List<SagaId> page = journal.after(name, PAGE);
            for (SagaId id : page) {
                name = id.toString();
                inspect(id).filter(condition).ifPresent(found::add);
                if (found.size() >= limit) {
                    return found;
                }
            }
            if (page.size() < PAGE) {
                return found;
            }
            seen += page.size();
        }
        return found;
    }

    /** Sagas that are under way here. */
    public int underWay() {
        return runner.size();
    }

    /** Interrupts what is under way; it is done again at the next start. */
    @Override
    public void close() {
        runner.close();
        try {
            threads.close();
        } catch (Exception e) {
            throw new IllegalStateException("threads of sagas did not end", e);
        }
    }

    private SagaView ask(SagaId id, SagaRequest request, SagaCommand command) {
        switch (journal.asked(id, request, command)) {
            case Handled.Refused<SagaEvent>(Refusal refusal) -> throw fault(refusal);
            case Handled.Done<SagaEvent> done -> runner.wake(id);
        }
        return SagaView.of(journal.state(id));
    }

    private long nowNanos() {
        return EpochNanos.of(clock.instant());
    }

    private static Fault fault(Refusal refusal) {
        return refusal instanceof SagaRefusal.Unknown
                ? Fault.user(refusal.code(), refusal.message(), refusal.remedy())
                : Fault.conflict(refusal.code(), refusal.message(), refusal.remedy());
    }
}
