package dev.vitalcore.app.bench.projections;

/** A flag that is shown in a sector. */
record Flag(int sector, String colour) {}
