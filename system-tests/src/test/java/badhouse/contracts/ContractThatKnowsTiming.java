package badhouse.contracts;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: contracts need nothing but kernel. */
record ContractThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
