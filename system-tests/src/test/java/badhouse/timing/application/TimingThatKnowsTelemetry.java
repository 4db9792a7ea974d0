package badhouse.timing.application;

import badhouse.telemetry.application.TelemetryThatKnowsSpring;

/** Breaks: timing knows ports, no other context and no technology. */
public record TimingThatKnowsTelemetry(TelemetryThatKnowsSpring telemetry) {}
