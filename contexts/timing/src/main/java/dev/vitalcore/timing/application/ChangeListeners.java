package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.timing.TimingEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to hear of changes. One that fails does not keep the others from hearing. */
final class ChangeListeners {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeListeners.class);

    private final List<Registration> registrations = new CopyOnWriteArrayList<>();

    AutoCloseable add(Consumer<List<TimingEvent>> listener) {
        Registration registration = new Registration(listener);
        registrations.add(registration);
        return () -> registrations.remove(registration);
    }

    /** The changes are committed: failing now would not bring them again. */
    void tell(List<TimingEvent> changes) {
        for (Registration registration : registrations) {
            try {
                registration.listener.accept(changes);
            } catch (RuntimeException e) {
                LOG.atError()
                        .setMessage("a listener to timing failed and has missed changes")
                        .addKeyValue("changes", changes.size())
                        .setCause(e)
                        .log();
            }
        }
    }

    /** A class, not a record: the same listener may be added twice and closed once. */
    private static final class Registration {
        private final Consumer<List<TimingEvent>> listener;

        private Registration(Consumer<List<TimingEvent>> listener) {
            this.listener = listener;
        }
    }
}
