package dev.vitalcore.platform.projection;

import dev.vitalcore.kernel.Fault;

/** Tells failures that are the event's from those that are not. */
final class Poison {
    /** Code of the fault with which a generation stops that would park too many streams. */
    static final String TOO_MANY = "projection-stopped";

    private Poison() {}

    /** Where something needed is not there now, the event is not to blame. */
    static boolean mayBeOfTheEvent(RuntimeException failure) {
        return !(failure instanceof Fault fault && fault.kind() == Fault.Kind.UNAVAILABLE)
                && !isTooMany(failure);
    }

    static boolean isTooMany(Throwable failure) {
        return failure instanceof Fault fault && fault.code().equals(TOO_MANY);
    }

    /** Whether the same would only happen again. */
    static boolean isFinal(Throwable failure) {
        return failure instanceof Error || isTooMany(failure);
    }

    static String reason(Throwable failure) {
        return failure instanceof Fault fault ? fault.text() : failure.toString();
    }
}
