package dev.vitalcore.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Started parts; stopped once, last first, whatever one of them throws. Thread-safe. */
public final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private Runnable whenOneFails = () -> {};

    /** Takes one over, to be stopped before those that are there. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /**
     * @param told when a part does not stop cleanly, before those are stopped that were started
     *     before it
     */
    synchronized void whenOneFailsToStop(Runnable told) {
        whenOneFails = told;
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception problem) {
                LOG.atWarn()
                        .setCause(problem)
                        .addKeyValue("part", part.getClass().getSimpleName())
                        .log("a part did not stop cleanly");
                whenOneFails.run();
            }
        }
    }
}
