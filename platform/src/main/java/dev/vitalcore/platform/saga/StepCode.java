package dev.vitalcore.platform.saga;

import java.util.Map;

/**
 * Carries out steps of one kind, and undoes them. Called on a worker of the runner, for several
 * sagas at once.
 *
 * <p>Both are called again when their end is not known: after a crash, after a time-out, by a
 * second runner. So both do nothing more when they are called again with the same {@link
 * StepCall#key()}. Undoing is also called where the action never came to anything; and an action
 * that comes late, after its step was undone, must change nothing: a compensation leaves a mark of
 * the key that the action heeds, in the same transaction as what it does.
 *
 * <p>A {@link dev.vitalcore.kernel.Fault} of the kinds {@code USER} and {@code CONFLICT} is a
 * failure for good; whatever else is thrown is tried again, as often as the plan says. Both end
 * soon after their thread is interrupted: the saga goes on when they have returned.
 */
public interface StepCode {
    /**
     * Does the step.
     *
     * @return what it found, for the steps after it and for undoing it
     */
    Map<String, String> act(StepCall call) throws InterruptedException;

    /** Undoes the step, or makes sure that there is nothing to undo. */
    void undo(StepCall call) throws InterruptedException;
}
