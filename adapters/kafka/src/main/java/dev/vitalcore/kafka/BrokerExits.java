package dev.vitalcore.kafka;

import dev.vitalcore.kernel.Fault;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the broker from ending the whole process. Kafka does so when its disk fails or fills; here
 * the program is told instead, so that it can say why and end in good order. Kafka has one such
 * hook for all brokers of a JVM, so all of them are told.
 */
final class BrokerExits {
    private static final Set<Consumer<Fault>> LISTENERS = ConcurrentHashMap.newKeySet();

    private BrokerExits() {}

    static void listen(Consumer<Fault> listener) {
        LISTENERS.add(listener);
        Exit.setExitProcedure(BrokerExits::ended);
        Exit.setHaltProcedure(BrokerExits::ended);
    }

    static void forget(Consumer<Fault> listener) {
        LISTENERS.remove(listener);
    }

    /**
     * Runs on the thread of the broker that gave up; Kafka expects that this never returns.
     *
     * @param message null where Kafka gives none
     */
    private static void ended(int status, @Nullable String message) {
        Fault fault =
                Fault.unavailable(
                        "broker-failed",
                        "the broker gave up with status "
                                + status
                                + (message == null ? "" : ": " + message),
                        "see the log of the program for Kafka's reason; most often the disk is full or"
                                + " failing");
        LISTENERS.forEach(listener -> listener.accept(fault));
        throw fault;
    }
}
