package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.SagaDatum;
import dev.vitalcore.platform.saga.Activity.NotStarted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A saga as its events tell it.
 *
 * @param task what it was started for; never changes
 * @param progress of each step
 * @param backReason why all is to be undone; empty while it is not
 * @param told whether the operator has been told of its ending, or of where it is stuck
 * @param lastNanos of the last event, nanoseconds since the epoch
 * @param events how many it is made of
 */
public record SagaState(
        Task task,
        List<StepProgress> progress,
        Activity activity,
        String backReason,
        boolean told,
        long lastNanos,
        long events) {
    static final SagaState NONE =
            new SagaState(
                    new Task("", 0, List.of(), Map.of()),
                    List.of(),
                    new NotStarted(),
                    "",
                    false,
                    0,
                    0);

    /**
     * What a saga was started for.
     *
     * @param saga its name; empty where it was not started
     * @param planVersion of the plan that the steps are of
     * @param data what it was started with
     */
    public record Task(
            String saga, int planVersion, List<PlannedStep> steps, Map<String, String> data) {
        public Task {
            steps = List.copyOf(steps);
            data = Map.copyOf(data);
        }
    }

    public SagaState {
        progress = List.copyOf(progress);
    }

    static SagaState started(Task task) {
        return new SagaState(
                task,
                task.steps().stream().map(step -> StepProgress.NOT_BEGUN).toList(),
                new Activity.Forward(0),
                "",
                false,
                0,
                0);
    }

    String saga() {
        return task.saga();
    }

    List<PlannedStep> steps() {
        return task.steps();
    }

    boolean isStarted() {
        return !(activity instanceof NotStarted);
    }

    /** Whether all is to be undone, or is. */
    boolean turnedBack() {
        return !backReason.isEmpty();
    }

    /** What the saga was started with and what the steps up to this one found, by name. */
    Map<String, String> dataFor(int step) {
        Map<String, String> known = new LinkedHashMap<>(task.data());
        for (int i = 0; i <= step; i++) {
            known.putAll(SagaDatum.mapOf(progress.get(i).results()));
        }
        return known;
    }

    /** Names of the steps that failed and let it go on. */
    List<String> failedSteps() {
        List<String> failed = new ArrayList<>();
        for (int i = 0; i < steps().size(); i++) {
            if (progress.get(i).state() == StepProgress.State.FAILED) {
                failed.add(steps().get(i).name());
            }
        }
        return failed;
    }

    SagaState at(Activity now) {
        return new SagaState(task, progress, now, backReason, told, lastNanos, events);
    }

    SagaState with(int step, UnaryOperator<StepProgress> change) {
        List<StepProgress> changed = new ArrayList<>(progress);
        changed.set(step, change.apply(progress.get(step)));
        return new SagaState(task, changed, activity, backReason, told, lastNanos, events);
    }

    /** The first reason stays. */
    SagaState back(String reason) {
        String first = turnedBack() ? backReason : reason;
        return new SagaState(task, progress, activity, first, told, lastNanos, events);
    }

    SagaState told(boolean now) {
        return new SagaState(task, progress, activity, backReason, now, lastNanos, events);
    }

    SagaState after(long atNanos) {
        return new SagaState(task, progress, activity, backReason, told, atNanos, events + 1);
    }
}
