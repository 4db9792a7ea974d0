package dev.vitalcore.pulsar;

import dev.vitalcore.kernel.Fault;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.PulsarClientException.AuthenticationException;
import org.apache.pulsar.client.api.PulsarClientException.AuthorizationException;
import org.apache.pulsar.client.api.PulsarClientException.ProducerBusyException;
import org.apache.pulsar.client.api.PulsarClientException.ProducerFencedException;

/** What an error of Pulsar's client means to the platform. */
final class PulsarFaults {
    private static final String CONNECTION = "pulsar-connection";
    private static final String SILENT = "pulsar-silent";
    private static final String UNCLEAR = "append-unclear";

    /** By which it is known that the broker is away; others would find it so, too. */
    private static final Set<String> AWAY = Set.of(CONNECTION, SILENT, UNCLEAR);

    private PulsarFaults() {}

    /** Whether the broker could not be reached, or did not answer in time. */
    static boolean isAway(Fault fault) {
        return AWAY.contains(fault.code());
    }

    static Fault silent(String where, int millis) {
        return Fault.unavailable(
                SILENT,
                "the broker of " + where + " gives no answer for " + millis / 1_000 + " s",
                "look at the broker and its bookies; the next call tries again");
    }

    static Fault unclear(String where, TimeoutException e) {
        return Fault.unavailable(
                UNCLEAR,
                "the broker of " + where + " has not said in time whether it kept the append",
                "repeat it with the same event ids; it is never kept twice",
                e);
    }

    static Fault of(PulsarClientException e, String where) {
        if (e.getCause() instanceof InterruptedException stopped) {
            return interrupted(where, stopped);
        }
        String told = " (" + e.getMessage() + ")";
        return switch (e) {
            case ProducerBusyException busy -> taken(busy, where);
            case ProducerFencedException fenced -> taken(fenced, where);
            case AuthenticationException refused -> refused(refused, where);
            case AuthorizationException refused -> refused(refused, where);
            default ->
                    Fault.unavailable(
                            CONNECTION,
                            "the event store at " + where + " cannot be reached" + told,
                            "check that the broker runs; the next call connects again",
                            e);
        };
    }

    /** Says nothing about the broker; the thread is interrupted again, as the client forgets it. */
    static Fault interrupted(String where, InterruptedException e) {
        Thread.currentThread().interrupt();
        return Fault.unavailable(
                "pulsar-interrupted",
                "interrupted while waiting for " + where,
                "try again with the same event ids",
                e);
    }

    /** The broker's message names the producer that has the topic, and so the process. */
    private static Fault taken(PulsarClientException e, String where) {
        return Fault.unavailable(
                "event-store-has-writer",
                "another process writes to the event store at "
                        + where
                        + " ("
                        + e.getMessage()
                        + ")",
                "append there, or end it: it is let go with its connection",
                e);
    }

    private static Fault refused(PulsarClientException e, String where) {
        return Fault.user(
                "pulsar-refused",
                "Pulsar refuses access to " + where + " (" + e.getMessage() + ")",
                "check the token file and the permissions of the topic",
                e);
    }
}
