package badhouse.racecontrol.application;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: racecontrol knows ports, no other context and no technology. */
public record RaceControlThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
