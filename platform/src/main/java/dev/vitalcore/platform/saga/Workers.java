package dev.vitalcore.platform.saga;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** The threads of a runner, and the time that passes for it. */
interface Workers {
    /** Does the task soon, on another thread. */
    void execute(Runnable task);

    /**
     * Does work that may take long, then hands over what it came to, once.
     *
     * @return interrupts the work
     */
    Stoppable call(Supplier<StepOutcome> work, Consumer<StepOutcome> then);

    /**
     * Does the task after some time.
     *
     * @return takes it back, if it has not begun
     */
    Stoppable after(long nanos, Runnable task);

    /** Nanoseconds since some moment; never goes back, and no one sets it. */
    long elapsedNanos();

    /** Something that can be stopped; again without effect. */
    @FunctionalInterface
    interface Stoppable {
        Stoppable NOTHING = () -> {};

        void stop();
    }
}
