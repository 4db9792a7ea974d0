package badhouse.trackdata;

import badhouse.telemetry.application.TelemetryThatKnowsTiming;

/** Breaks: trackdata knows its port in timing. */
record TrackDataThatKnowsTelemetry(TelemetryThatKnowsTiming telemetry) {}
