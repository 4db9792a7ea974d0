package badhouse.resilience;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: resilience knows its library and ports. */
record ResilienceThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
