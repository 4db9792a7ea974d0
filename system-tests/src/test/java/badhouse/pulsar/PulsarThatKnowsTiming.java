package badhouse.pulsar;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: pulsar knows its engine and ports. */
record PulsarThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
