package badhouse.questdb;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: questdb knows its engine and ports. */
record QuestDbThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
