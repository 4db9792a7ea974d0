package badhouse.edge;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: edge knows the published language. */
record EdgeThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
