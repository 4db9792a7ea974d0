package badhouse.kafka;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: kafka knows its engine and ports. */
record KafkaThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
