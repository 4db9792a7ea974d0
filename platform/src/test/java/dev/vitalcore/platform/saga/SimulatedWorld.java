package dev.vitalcore.platform.saga;

import dev.vitalcore.kernel.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What lies outside of the sagas: things that are applied and undone by the key of a step. It keeps
 * to the contract of {@link StepCode}, and fails in every way that the contract allows: before it
 * has done something and after, for now and for good, or by a bug.
 */
final class SimulatedWorld implements StepCode, OperatorNotices {
    /** The argument of steps that always fail. */
    static final String BROKEN = "broken";

    private final Chance chance;
    private final SagaRules rules;
    private final Habits habits;
    private final Set<String> undone = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> applied = new HashMap<>();
    private final Map<String, String> notices = new HashMap<>();

    /**
     * How it keeps to the contract; switched off to prove that the rules notice.
     *
     * @param knowsRepeats whether an action that comes again changes nothing
     * @param marksUndone whether an action that comes after it was undone changes nothing
     */
    record Habits(boolean knowsRepeats, boolean marksUndone) {
        static final Habits GOOD = new Habits(true, true);
    }

    SimulatedWorld(Chance chance, SagaRules rules, Habits habits) {
        this.chance = chance;
        this.rules = rules;
        this.habits = habits;
    }

    /** How often the step is in force: 0 or 1, unless something is wrong. */
    int applied(String key) {
        return applied.getOrDefault(key, 0);
    }

    boolean knows(String notice) {
        return notices.containsValue(notice);
    }

    @Override
    public Map<String, String> act(StepCall call) {
        rules.actionArrives(call);
        fail(call, "before");
        apply(call);
        fail(call, "after");
        return Map.of("found-by-" + call.step(), call.key());
    }

    @Override
    public void undo(StepCall call) {
        rules.compensationArrives(call);
        if (chance.fault(120)) {
            throw Fault.unavailable("simulated", "nothing is undone yet", "try again");
        }
        if (chance.fault(20)) {
            throw Fault.conflict("simulated", "cannot be undone", "look at it");
        }
        applied.remove(call.key());
        if (habits.marksUndone()) {
            undone.add(call.key());
        }
        if (chance.fault(80)) {
            throw new IllegalStateException("undone, but the answer is lost");
        }
    }

    @Override
    public void tell(Notice notice) {
        if (chance.fault(100)) {
            throw Fault.unavailable("simulated", "nobody can be told", "try again");
        }
        notices.merge(notice.key(), notice.text(), rules::sameNotice);
        if (chance.fault(100)) {
            throw new IllegalStateException("told, but the answer is lost");
        }
    }

    private void apply(StepCall call) {
        if (undone.contains(call.key())) {
            throw Fault.conflict("simulated", call.key() + " was undone", "start another saga");
        }
        if (seen.add(call.key()) || !habits.knowsRepeats()) {
            applied.merge(call.key(), 1, Integer::sum);
        } else if (!habits.marksUndone()) {
            applied.put(call.key(), 1);
        }
        rules.applied(call, applied(call.key()));
    }

    private void fail(StepCall call, String when) {
        if (call.argument().equals(BROKEN)) {
            throw Fault.user("simulated", "it is broken", "give something else");
        }
        if (chance.fault(120)) {
            throw Fault.unavailable("simulated", when + " it was done", "try again");
        }
        if (chance.fault(20)) {
            throw Fault.conflict("simulated", "never, " + when + " it was done", "do without");
        }
        if (chance.fault(20)) {
            throw new IllegalStateException("a bug " + when + " it was done");
        }
    }
}
