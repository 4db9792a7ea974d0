package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.PlannedStep.OnFailure;
import dev.vitalcore.contracts.saga.SagaDatum;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.kernel.Decider;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Handled;
import dev.vitalcore.platform.events.InMemoryEventStore;
import dev.vitalcore.platform.saga.SimulatedRunner.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One schedule: some sagas with plans of chance, on one or two runners that crash and start again,
 * over a store and a world that fail, while the clock jumps. After some time all faults end; then
 * every saga must end within the time that its plan allows.
 */
public final class SagaSimulation {
    static final String PLAN = "simulated";

    private static final long FAULTY_SECONDS = 120;
    private static final long OPERATOR_LOOKS_MILLIS = 7_000;
    private static final long BESIDE_MILLIS = 12_000;

    private final Chance chance;
    private final SimulatedTime time;
    private final RememberedEvents format = new RememberedEvents();
    private final SagaRules rules = new SagaRules(format);
    private final EventStore store;
    private final Supplier<EventStore> stores;
    private final Site site;
    private final Fakes fakes;
    private final List<SimulatedRunner> runners = new ArrayList<>();
    private final List<SagaId> asked = new ArrayList<>();
    private long allowedNanos = Duration.ofMinutes(5).toNanos();
    private int requests;
    private Beside beside = Beside.NOTHING;

    /**
     * What is wrong on purpose.
     *
     * @param answersFirst whether attempts answer before they are made
     */
    record Fakes(
            Decider<SagaState, SagaCommand, SagaEvent> machine,
            SimulatedWorld.Habits habits,
            boolean answersFirst) {
        static Fakes none() {
            return new Fakes(new SagaMachine(), SimulatedWorld.Habits.GOOD, false);
        }
    }

    /** What a schedule came to. */
    public record Summary(int events, int complete, int undone) {}

    /** What goes on beside the sagas and reads what they append. */
    public interface Beside {
        Beside NOTHING =
                new Beside() {
                    @Override
                    public void step() {
                        // Nothing goes on.
                    }

                    @Override
                    public void end() {
                        // Nothing went on.
                    }
                };

        /** Some of it, now and then. */
        void step();

        /** The sagas are over; it must have seen all. */
        void end();
    }

    /** With nothing wrong on purpose. */
    public SagaSimulation(long seed) {
        this(seed, Fakes.none());
    }

    SagaSimulation(long seed, Fakes fakes) {
        this.fakes = fakes;
        chance = new Chance(seed);
        time = new SimulatedTime(chance.random());
        SimulatedWorld world = new SimulatedWorld(chance, rules, fakes.habits());
        rules.watch(world);
        store = new InMemoryEventStore(time);
        stores = () -> new CrashingStore(store, chance, rules);
        site = new Site(time, chance, world, format, fakes.machine());
    }

    /**
     * The same schedule with something beside it.
     *
     * @param made of the store; reads it without its faults
     */
    public SagaSimulation with(Function<EventStore, Beside> made) {
        beside = made.apply(store);
        time.after(0, this::besides);
        return this;
    }

    private void besides() {
        beside.step();
        if (!allOver()) {
            time.after(BESIDE_MILLIS * EpochNanos.PER_MILLI, this::besides);
        }
    }

    /**
     * @throws AssertionError with the rule that does not hold
     */
    public Summary run() {
        int processes = chance.between(1, 2);
        for (int i = 0; i < processes; i++) {
            process(i);
        }
        int sagas = chance.between(1, 4);
        for (int i = 0; i < sagas; i++) {
            SagaId id = new SagaId(PLAN, "s" + i);
            asked.add(id);
            time.after(chance.nanosBetween(0, 30_000), () -> start(id));
        }
        jumpSomeTime();
        operatorLooks();
        time.after(Duration.ofSeconds(FAULTY_SECONDS).toNanos(), chance::endFaults);
        while (time.next()) {
            requireNoViolation();
            requireEndInTime();
        }
        return end();
    }

    /** A process that crashes some time and is started again, until there are no faults. */
    private void process(int number) {
        SimulatedRunner runner = new SimulatedRunner(site, stores, fakes.answersFirst());
        if (number < runners.size()) {
            runners.set(number, runner);
        } else {
            runners.add(runner);
        }
        runner.recover();
        long lives = chance.nanosBetween(500, 60_000);
        time.after(lives, () -> look(number, runner));
    }

    private void look(int number, SimulatedRunner runner) {
        if (chance.fault(600)) {
            runner.crash();
        }
        if (!runner.isAlive()) {
            time.after(chance.nanosBetween(0, 10_000), () -> process(number));
        } else if (!allOver()) {
            time.after(chance.nanosBetween(500, 20_000), () -> look(number, runner));
        }
    }

    /** Asks until it is answered, and now and then once more. */
    private void start(SagaId id) {
        SagaPlan plan = plan();
        allowedNanos += 3 * longestNanos(plan);
        ask(
                id,
                SagaRequest.of("start", "anna", "a test"),
                new SagaCommand.Start(id, plan, List.of(new SagaDatum("what", id.id())), now()));
        if (chance.happens(150)) {
            SagaRequest request = SagaRequest.of("cancel", "anna", "no more");
            time.after(
                    chance.nanosBetween(0, 60_000),
                    () -> ask(id, request, new SagaCommand.Cancel("anna", "no more", now())));
        }
    }

    private void ask(SagaId id, SagaRequest request, SagaCommand command) {
        SimulatedRunner runner = runners.get(chance.between(0, runners.size() - 1));
        boolean[] answered = new boolean[1];
        runner.run(() -> answered[0] = answered(runner, id, request, command));
        if (!answered[0] || chance.fault(200)) {
            time.after(chance.nanosBetween(10, 5_000), () -> ask(id, request, command));
        }
    }

    private static boolean answered(
            SimulatedRunner runner, SagaId id, SagaRequest request, SagaCommand command) {
        try {
            if (runner.journal().asked(id, request, command) instanceof Handled.Done<SagaEvent>) {
                runner.wake(id);
            }
            return true;
        } catch (Fault unavailable) {
            return unavailable.kind() != Fault.Kind.UNAVAILABLE;
        }
    }

    /** Resumes what is stuck. */
    private void operatorLooks() {
        for (SagaId id : asked) {
            SagaRecord saga = rules.sagas().get(id.toString());
            if (saga != null && saga.isStuck()) {
                SagaRequest request = SagaRequest.of("resume-" + requests++, "anna", "mended");
                ask(id, request, new SagaCommand.Resume("anna", now()));
            }
        }
        if (!allOver()) {
            time.after(OPERATOR_LOOKS_MILLIS * EpochNanos.PER_MILLI, this::operatorLooks);
        }
    }

    private void jumpSomeTime() {
        if (chance.fault(700)) {
            time.setClock(Duration.ofMillis(chance.between(-100_000_000, 100_000_000)));
            time.after(chance.nanosBetween(1_000, 60_000), this::jumpSomeTime);
        }
    }

    private SagaPlan plan() {
        List<PlannedStep> steps = new ArrayList<>();
        int count = chance.between(1, 6);
        for (int i = 0; i < count; i++) {
            steps.add(
                    new PlannedStep(
                            "step-" + i,
                            "any",
                            chance.happens(80) ? SimulatedWorld.BROKEN : "",
                            limits(chance.between(1, 4)),
                            chance.happens(150)
                                    ? AttemptLimits.NEVER
                                    : limits(chance.between(1, 3)),
                            chance.happens(200) ? OnFailure.GO_ON : OnFailure.TURN_BACK));
        }
        return new SagaPlan(PLAN, 1, steps);
    }

    private AttemptLimits limits(int most) {
        return AttemptLimits.of(
                most,
                Duration.ofMillis(chance.between(0, 2_000)),
                Duration.ofMillis(chance.between(2_000, 8_000)),
                Duration.ofMillis(chance.between(4_000, 30_000)));
    }

    private static long longestNanos(SagaPlan plan) {
        long nanos = 0;
        for (PlannedStep step : plan.steps()) {
            for (AttemptLimits limits : List.of(step.action(), step.compensation())) {
                nanos += limits.most() * (limits.timeoutNanos() + limits.longestPauseNanos());
            }
        }
        return nanos;
    }

    private boolean allOver() {
        return !chance.faultsGoOn()
                && asked.stream()
                        .map(id -> rules.sagas().get(id.toString()))
                        .allMatch(saga -> saga != null && saga.isOver() && saga.wasTold());
    }

    private void requireEndInTime() {
        long limit = Duration.ofSeconds(FAULTY_SECONDS).toNanos() + allowedNanos;
        if (time.nanos() > limit && !allOver()) {
            throw new AssertionError(
                    "sagas are not over "
                            + Duration.ofNanos(allowedNanos)
                            + " after the last fault");
        }
    }

    private void requireNoViolation() {
        rules.violation()
                .ifPresent(violation -> {
                    throw new AssertionError(violation);
                });
    }

    private Summary end() {
        if (!allOver()) {
            throw new AssertionError("nothing happens any more, but sagas are not over");
        }
        beside.end();
        rules.sagas().values().forEach(SagaRecord::checkEnd);
        requireNoViolation();
        int complete = (int) rules.sagas().values().stream().filter(SagaRecord::isComplete).count();
        return new Summary(rules.events(), complete, rules.sagas().size() - complete);
    }

    private long now() {
        return EpochNanos.of(time.instant());
    }
}
