package dev.vitalcore.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * Finds numbers out beside, each anew a second after its last look ended, until it is closed. A
 * look that hangs holds up no other number.
 */
final class Samples implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** Is found out from now on. */
    Sampled of(LongSupplier number) {
        Sampled sampled = new Sampled(number, System::nanoTime);
        threads.add(Thread.ofVirtual().name("sample").start(() -> look(sampled)));
        return sampled;
    }

    /** Ends the looks; one that does not let itself be interrupted is left alone after 2 s. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look(Sampled sampled) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sampled.look();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
