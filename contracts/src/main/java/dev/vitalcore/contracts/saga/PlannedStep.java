package dev.vitalcore.contracts.saga;

import java.util.regex.Pattern;

/**
 * A step of a saga, as it was planned when the saga was started: what is in the code later does not
 * change sagas under way.
 *
 * @param name unique in its saga, e.g. {@code reserve-storage}
 * @param kind names the code that carries it out; several steps may share it
 * @param argument what the code is given beside the data of the saga, e.g. a file
 * @param action how often and how long it is tried
 * @param compensation how often and how long undoing it is tried; {@link AttemptLimits#NEVER}:
 *     there is nothing to undo
 * @param onFailure what its failure means for the saga
 */
public record PlannedStep(
        String name,
        String kind,
        String argument,
        AttemptLimits action,
        AttemptLimits compensation,
        OnFailure onFailure) {
    /** Longest argument, in characters. */
    public static final int ARGUMENT_LIMIT = 1_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    /** What becomes of the saga when the step failed for good. */
    public enum OnFailure {
        /** All that was done is undone. */
        TURN_BACK,
        /** The next step is done; the saga ends complete, with this failure named. */
        GO_ON
    }

    public PlannedStep {
        requireName("step", name);
        requireName("kind of step", kind);
        if (argument.length() > ARGUMENT_LIMIT) {
            throw new IllegalArgumentException(
                    "the argument of step "
                            + name
                            + " has "
                            + argument.length()
                            + " characters: at most "
                            + ARGUMENT_LIMIT);
        }
        if (action.most() == 0) {
            throw new IllegalArgumentException(
                    "step " + name + " is never tried: give its action at least one attempt");
        }
    }

    /** Whether there is anything to undo. */
    public boolean isCompensated() {
        return compensation.most() > 0;
    }

    private static void requireName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a "
                            + what
                            + " is not usable: 1 to 80 characters of a-z, 0-9, '.', '_' and '-',"
                            + " beginning with a letter or digit");
        }
    }
}
