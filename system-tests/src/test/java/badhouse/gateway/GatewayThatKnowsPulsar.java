package badhouse.gateway;

import org.apache.pulsar.client.api.PulsarClient;

/** Breaks: Pulsar stays in its adapter. */
record GatewayThatKnowsPulsar(PulsarClient client) {}
