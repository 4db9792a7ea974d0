package badhouse.kurrentdb;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: kurrentdb knows its engine and ports. */
record KurrentDbThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
