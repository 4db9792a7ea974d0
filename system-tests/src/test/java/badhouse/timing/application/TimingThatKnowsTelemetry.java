package badhouse.timing.application;

import badhouse.telemetry.application.TelemetryThatKnowsSpring;

/** Breaks: a context knows no other context. */
public record TimingThatKnowsTelemetry(TelemetryThatKnowsSpring telemetry) {}
