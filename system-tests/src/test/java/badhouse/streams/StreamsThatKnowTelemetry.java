package badhouse.streams;

import badhouse.telemetry.application.TelemetryThatKnowsSpring;

/** Breaks: streams know timing and the wire format. */
record StreamsThatKnowTelemetry(TelemetryThatKnowsSpring telemetry) {}
