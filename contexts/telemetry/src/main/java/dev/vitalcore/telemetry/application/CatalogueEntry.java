package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import java.util.Optional;

/** A car in a session with what its sources declared of it. */
public record CatalogueEntry(EntryId entry, Optional<String> driver, Optional<String> vehicle) {}
