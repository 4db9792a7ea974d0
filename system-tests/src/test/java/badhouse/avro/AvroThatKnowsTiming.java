package badhouse.avro;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: avro is the wire format alone. */
record AvroThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
