package dev.vitalcore.platform.saga;

/** What is to be done for a saga now. It follows from the state alone, so a restart finds it. */
public sealed interface Effect {
    /** An attempt at a step is to be made; again, where it had been begun before a crash. */
    record Attempt(Direction direction, int step, int attempt, long deadlineNanos)
            implements Effect {}

    /** Nothing before this time, nanoseconds since the epoch; then a {@code Tick}. */
    record Wait(long untilNanos) implements Effect {}

    /** The operator is to be given this notice. */
    record Tell(String notice) implements Effect {}

    /** Nothing, until somebody asks for something. */
    record Nothing() implements Effect {}

    /** Which way an attempt goes. */
    enum Direction {
        ACTION,
        COMPENSATION
    }
}
