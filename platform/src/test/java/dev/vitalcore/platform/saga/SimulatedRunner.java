package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.kernel.Decider;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventStore;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The real runner as one process of a simulation. When it crashes, everything it had in memory is
 * gone, but what it had sent may still arrive.
 */
final class SimulatedRunner implements Workers {
    private final SimulatedTime time;
    private final Chance chance;
    private final boolean answersFirst;
    private final SagaJournal journal;
    private final SagaRunner runner;
    private boolean alive = true;

    /**
     * @param answersFirst whether attempts wrongly answer before they are made
     */
    SimulatedRunner(Site site, Supplier<EventStore> store, boolean answersFirst) {
        this.time = site.time();
        this.chance = site.chance();
        this.answersFirst = answersFirst;
        this.journal = new SagaJournal(store.get(), site.format(), site.machine());
        StepCodes codes = new StepCodes(Map.of(SagaSimulation.PLAN, Map.of("any", site.world())));
        this.runner = new SagaRunner(new RunnerParts(journal, codes, site.world(), time, this));
    }

    /** Where a process stands. */
    record Site(
            SimulatedTime time,
            Chance chance,
            SimulatedWorld world,
            EventFormat<SagaEvent> format,
            Decider<SagaState, SagaCommand, SagaEvent> machine) {}

    boolean isAlive() {
        return alive;
    }

    void crash() {
        alive = false;
    }

    /** Does something of this process; a crash ends it. */
    void run(Runnable work) {
        if (!alive) {
            return;
        }
        try {
            work.run();
        } catch (CrashingStore.Crash crash) {
            crash();
        }
    }

    void recover() {
        run(runner::recover);
    }

    SagaJournal journal() {
        return journal;
    }

    void wake(SagaId id) {
        runner.wake(id);
    }

    @Override
    public void execute(Runnable task) {
        time.after(chance.nanosBetween(0, 5), () -> run(task));
    }

    @Override
    public Stoppable after(long nanos, Runnable task) {
        boolean[] stopped = new boolean[1];
        time.after(
                nanos,
                () -> {
                    if (!stopped[0]) {
                        run(task);
                    }
                });
        return () -> stopped[0] = true;
    }

    @Override
    public long elapsedNanos() {
        return time.nanos();
    }

    /** What is sent arrives some time, or never; its answer comes some time, or never. */
    @Override
    public Stoppable call(Supplier<StepOutcome> work, Consumer<StepOutcome> then) {
        Answer answer = new Answer(then);
        if (answersFirst) {
            answer.come(chance.nanosBetween(0, 1), new StepOutcome.Succeeded(java.util.List.of()));
        }
        if (!chance.fault(30)) {
            time.after(arrivalNanos(), () -> arrive(work, answer));
        }
        return () ->
                answer.come(
                        chance.nanosBetween(0, 200),
                        new StepOutcome.Failed("stopped before it was done", false));
    }

    private void arrive(Supplier<StepOutcome> work, Answer answer) {
        boolean lostInCrash = !alive && chance.happens(500);
        if (lostInCrash) {
            return;
        }
        StepOutcome outcome = work.get();
        if (!chance.fault(60)) {
            answer.come(chance.nanosBetween(0, 2_000), outcome);
            if (chance.fault(60)) {
                answer.comeAgain(chance.nanosBetween(0, 20_000), outcome);
            }
        }
    }

    /** Some take longer than any time-out. */
    private long arrivalNanos() {
        return chance.fault(100)
                ? chance.nanosBetween(1_000, 100_000)
                : chance.nanosBetween(0, 900);
    }

    /** The first answer counts for the caller; what comes later finds that nobody waits. */
    private final class Answer {
        private final Consumer<StepOutcome> then;
        private boolean given;

        Answer(Consumer<StepOutcome> then) {
            this.then = then;
        }

        void come(long afterNanos, StepOutcome outcome) {
            time.after(
                    afterNanos,
                    () -> {
                        if (!given) {
                            given = true;
                            run(() -> then.accept(outcome));
                        }
                    });
        }

        void comeAgain(long afterNanos, StepOutcome outcome) {
            time.after(afterNanos, () -> run(() -> then.accept(outcome)));
        }
    }
}
