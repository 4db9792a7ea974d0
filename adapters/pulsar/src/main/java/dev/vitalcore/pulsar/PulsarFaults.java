package dev.vitalcore.pulsar;

import dev.vitalcore.kernel.Fault;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.PulsarClientException.AuthenticationException;
import org.apache.pulsar.client.api.PulsarClientException.AuthorizationException;
import org.apache.pulsar.client.api.PulsarClientException.ProducerBusyException;
import org.apache.pulsar.client.api.PulsarClientException.ProducerFencedException;

/** What an error of Pulsar's client means to the platform. */
final class PulsarFaults {
    private PulsarFaults() {}

    static Fault of(PulsarClientException e, String where) {
        String told = " (" + e.getMessage() + ")";
        return switch (e) {
            case ProducerBusyException busy -> taken(busy, where);
            case ProducerFencedException fenced -> taken(fenced, where);
            case AuthenticationException refused -> refused(refused, where);
            case AuthorizationException refused -> refused(refused, where);
            default ->
                    Fault.unavailable(
                            "pulsar-connection",
                            "the event store at " + where + " cannot be reached" + told,
                            "check that the broker runs; the next call connects again",
                            e);
        };
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
