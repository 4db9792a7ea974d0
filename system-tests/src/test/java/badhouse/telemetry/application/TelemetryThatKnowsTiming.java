package badhouse.telemetry.application;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: telemetry knows ports, no other context and no technology. */
public record TelemetryThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
