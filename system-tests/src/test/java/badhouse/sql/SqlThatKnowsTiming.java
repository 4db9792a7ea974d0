package badhouse.sql;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: sql knows its engine and ports. */
record SqlThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
