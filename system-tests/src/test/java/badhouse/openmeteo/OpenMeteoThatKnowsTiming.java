package badhouse.openmeteo;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: openmeteo knows its port in telemetry. */
record OpenMeteoThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
