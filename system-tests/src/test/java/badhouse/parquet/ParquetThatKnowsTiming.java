package badhouse.parquet;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: parquet knows its library and ports. */
record ParquetThatKnowsTiming(TimingThatKnowsTelemetry timing) {}
