package badhouse.streams;

import badhouse.telemetry.application.TelemetryThatKnowsSpring;

/** Breaks: streams know timing, the wire format and the registry. */
record StreamsThatKnowTelemetry(TelemetryThatKnowsSpring telemetry) {}
