package badhouse.simulation;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: edge knows the published language. */
record SimulationThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
