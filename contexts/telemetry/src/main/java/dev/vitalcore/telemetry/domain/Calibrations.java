package dev.vitalcore.telemetry.domain;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import java.util.Map;

/** Which calibration applies: that of the source, else that of the entry, else none. */
public record Calibrations(
        Map<SourceId, Calibration> ofSources, Map<EntryId, Calibration> ofEntries) {
    public static final Calibrations NONE = new Calibrations(Map.of(), Map.of());

    public Calibrations {
        ofSources = Map.copyOf(ofSources);
        ofEntries = Map.copyOf(ofEntries);
    }

    public Calibration of(SourceId source, EntryId entry) {
        Calibration ofSource = ofSources.get(source);
        return ofSource != null ? ofSource : ofEntries.getOrDefault(entry, Calibration.IDENTITY);
    }
}
