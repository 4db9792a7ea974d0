package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.contracts.saga.SagaEvent.CancelAsked;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationBegan;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationDone;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationFailed;
import dev.vitalcore.contracts.saga.SagaEvent.OperatorTold;
import dev.vitalcore.contracts.saga.SagaEvent.SagaCompensated;
import dev.vitalcore.contracts.saga.SagaEvent.SagaCompleted;
import dev.vitalcore.contracts.saga.SagaEvent.SagaResumed;
import dev.vitalcore.contracts.saga.SagaEvent.SagaStarted;
import dev.vitalcore.contracts.saga.SagaEvent.SagaStuck;
import dev.vitalcore.contracts.saga.SagaEvent.StepBegan;
import dev.vitalcore.contracts.saga.SagaEvent.StepDone;
import dev.vitalcore.contracts.saga.SagaEvent.StepFailed;
import dev.vitalcore.contracts.saga.SagaEvent.StepTimedOut;
import java.util.List;

/** What the rules know of one saga, from its events alone. */
final class SagaRecord {
    private final String name;
    private final SagaRules rules;
    private final SimulatedWorld world;
    private List<PlannedStep> steps = List.of();
    private int[] attempts = new int[0];
    private int[] undoings = new int[0];
    private boolean[] failed = new boolean[0];
    private boolean[] undoingAnnounced = new boolean[0];
    private boolean[] undone = new boolean[0];
    private String underWay = "";
    private int next;
    private long lastNanos;
    private boolean turnedBack;
    private boolean stuck;
    private boolean complete;
    private boolean compensated;
    private boolean told;

    SagaRecord(String name, SagaRules rules, SimulatedWorld world) {
        this.name = name;
        this.rules = rules;
        this.world = world;
    }

    boolean isOver() {
        return complete || compensated;
    }

    boolean isComplete() {
        return complete;
    }

    boolean isStuck() {
        return stuck;
    }

    boolean wasTold() {
        return told;
    }

    boolean announcedAction(String step, int attempt) {
        return attempts[index(step)] >= attempt;
    }

    boolean announcedCompensation(String step) {
        return undoingAnnounced[index(step)];
    }

    boolean isUndone(String step) {
        return undone[index(step)];
    }

    void accept(SagaEvent event) {
        require(event.atNanos() >= lastNanos, event, "goes back in time");
        lastNanos = event.atNanos();
        require(!isOver() || event instanceof OperatorTold, event, "comes after the end");
        switch (event) {
            case SagaStarted started -> started(started);
            case StepBegan began -> began(began);
            case StepDone e -> {
                ends(e, "action", e.step(), e.attempt());
                require(world.applied(key(e.step())) == 1, e, "is not in force");
                next = turnedBack ? next : e.step() + 1;
            }
            case StepFailed e -> failed(e, e.step(), e.attempt(), e.retryNanos());
            case StepTimedOut e -> failed(e, e.step(), e.attempt(), e.retryNanos());
            case CancelAsked asked -> turnedBack = true;
            case CompensationBegan began -> undoing(began);
            case CompensationDone e -> {
                ends(e, "compensation", e.step(), e.attempt());
                require(world.applied(key(e.step())) == 0, e, "is still in force");
                undone[e.step()] = true;
            }
            case CompensationFailed e -> undoingFailed(e);
            case SagaStuck e -> {
                require(underWay.isEmpty() && turnedBack, e, "is not undoing");
                stuck = true;
                told = false;
            }
            case SagaResumed e -> {
                require(stuck, e, "was not stuck");
                stuck = false;
                told = false;
                undoings = new int[steps.size()];
            }
            case SagaCompleted e -> completed(e);
            case SagaCompensated e -> {
                require(turnedBack && underWay.isEmpty() && !stuck, e, "ends too early");
                compensated = true;
                told = false;
                checkEnd();
            }
            case OperatorTold e -> {
                require((isOver() || stuck) && !told, e, "tells nothing new");
                require(world.knows(e.notice()), e, "was not told");
                told = true;
            }
        }
    }

    /** What must hold in the world when the saga is over; also when all that was late has come. */
    void checkEnd() {
        for (int step = 0; step < steps.size(); step++) {
            String key = key(step);
            int times = world.applied(key);
            if (complete) {
                rules.require(
                        failed[step] || times == 1,
                        () ->
                                name
                                        + " is complete, but "
                                        + key
                                        + " is in force "
                                        + times
                                        + " times");
            }
            if (compensated && steps.get(step).isCompensated()) {
                rules.require(times == 0, () -> name + " is undone, but " + key + " is in force");
                rules.require(
                        attempts[step] == 0 || undone[step],
                        () -> name + " is undone, but " + key + " was left out");
            }
        }
    }

    private void started(SagaStarted started) {
        require(steps.isEmpty(), started, "starts twice");
        steps = started.steps();
        attempts = new int[steps.size()];
        undoings = new int[steps.size()];
        failed = new boolean[steps.size()];
        undoingAnnounced = new boolean[steps.size()];
        undone = new boolean[steps.size()];
    }

    private void began(StepBegan began) {
        int step = began.step();
        AttemptLimits limits = steps.get(step).action();
        require(!turnedBack, began, "goes on, but all is to be undone");
        require(underWay.isEmpty(), began, "begins while " + underWay + " is under way");
        require(step == next, began, "is not the next step, " + next);
        attempts[step]++;
        require(began.attempt() == attempts[step], began, "is not the next attempt");
        require(began.attempt() <= limits.most(), began, "is tried too often");
        require(
                began.deadlineNanos() == began.atNanos() + limits.timeoutNanos(),
                began,
                "has another time-out than planned");
        underWay = "action " + step + " " + began.attempt();
    }

    private void failed(SagaEvent event, int step, int attempt, long retryNanos) {
        ends(event, "action", step, attempt);
        AttemptLimits limits = steps.get(step).action();
        if (retryNanos > 0) {
            require(!turnedBack && attempt < limits.most(), event, "must not be tried again");
            requirePause(event, limits, retryNanos);
        } else if (steps.get(step).onFailure() == PlannedStep.OnFailure.GO_ON && !turnedBack) {
            failed[step] = true;
            next = step + 1;
        } else {
            turnedBack = true;
        }
    }

    private void undoing(CompensationBegan began) {
        int step = began.step();
        require(turnedBack && !stuck, began, "undoes, but nothing is wrong");
        require(underWay.isEmpty(), began, "begins while " + underWay + " is under way");
        require(steps.get(step).isCompensated(), began, "cannot be undone");
        require(attempts[step] > 0, began, "never began");
        require(!undone[step], began, "is undone already");
        for (int later = step + 1; later < steps.size(); later++) {
            boolean open =
                    attempts[later] > 0 && !undone[later] && steps.get(later).isCompensated();
            require(!open, began, "is undone before step " + later);
        }
        undoings[step]++;
        undoingAnnounced[step] = true;
        require(began.attempt() == undoings[step], began, "is not the next attempt");
        require(
                began.attempt() <= steps.get(step).compensation().most(),
                began,
                "is tried too often");
        underWay = "compensation " + step + " " + began.attempt();
    }

    private void undoingFailed(CompensationFailed event) {
        ends(event, "compensation", event.step(), event.attempt());
        if (event.retryNanos() > 0) {
            AttemptLimits limits = steps.get(event.step()).compensation();
            require(event.attempt() < limits.most(), event, "must not be tried again");
            requirePause(event, limits, event.retryNanos());
        }
    }

    private void completed(SagaCompleted event) {
        require(!turnedBack && underWay.isEmpty(), event, "ends too early");
        require(next == steps.size(), event, "leaves steps out");
        complete = true;
        told = event.failed().isEmpty();
        checkEnd();
    }

    private void ends(SagaEvent event, String what, int step, int attempt) {
        String ended = what + " " + step + " " + attempt;
        require(underWay.equals(ended), event, "ends, but under way is '" + underWay + "'");
        underWay = "";
    }

    private void requirePause(SagaEvent event, AttemptLimits limits, long retryNanos) {
        long pause = retryNanos - event.atNanos();
        require(
                pause >= limits.firstPauseNanos() && pause <= limits.longestPauseNanos(),
                event,
                "pauses for " + pause + " ns");
    }

    private void require(boolean holds, SagaEvent event, String what) {
        if (!holds) {
            rules.require(false, () -> "%s: %s".formatted(event, what));
        }
    }

    private int index(String step) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(step)) {
                return i;
            }
        }
        throw new IllegalStateException(name + " has no step " + step);
    }

    private String key(int step) {
        return name + "/" + steps.get(step).name();
    }
}
