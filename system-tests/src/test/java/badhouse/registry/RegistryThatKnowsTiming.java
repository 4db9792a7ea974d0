package badhouse.registry;

import badhouse.timing.application.TimingThatKnowsTelemetry;
import org.apache.avro.Schema;

/** Breaks: registry knows Avro, JSON and ports; Avro stays in the wire format. */
record RegistryThatKnowsTiming(TimingThatKnowsTelemetry timing, Schema schema) {}
