package dev.vitalcore.platform.calls;

import dev.vitalcore.kernel.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls under their policies. Thread-safe; the work runs on a thread of its own while the
 * caller waits.
 */
public interface GuardedCalls {
    /** The code of the fault where the calling thread was interrupted. */
    String STOPPED = "call-stopped";

    /**
     * Makes the call: again after a pause where it failed and the policy says so, not at all while
     * it fails too often.
     *
     * <p>A {@link Fault} of the work that is the caller's own (user, conflict) is no failure of
     * what is called. When the time is up the work is interrupted; its place is taken until it
     * ends.
     *
     * @throws Fault (unavailable) {@code call-open}, {@code call-busy}, {@code call-timed-out} or
     *     {@code call-failed}, naming the call, the reason and what to do; that of the work where
     *     it threw one. Other runtime exceptions of the work are thrown on.
     */
    <T extends @Nullable Object> T call(CallPolicy policy, Work<T> work);

    /** How all calls fare, in the order in which they were declared; at once. */
    List<CallState> states();

    /** What is done under guard; ends when its thread is interrupted. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run() throws Exception;
    }
}
