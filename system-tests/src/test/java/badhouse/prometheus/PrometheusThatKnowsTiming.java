package badhouse.prometheus;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: prometheus knows its library and ports. */
record PrometheusThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
