package dev.vitalcore.gateway.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.vitalcore.gateway.json.SessionReader;
import dev.vitalcore.gateway.json.WarningJson;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a human should know about the timing of a session, all cars together. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/warnings")
final class WarningResource {
    private final SessionReader reader;
    private final SessionLookup lookup;

    WarningResource(SessionReader reader, SessionLookup lookup) {
        this.reader = reader;
        this.lookup = lookup;
    }

    @GetMapping
    Warnings warnings(@PathVariable String session, @RequestParam Map<String, String> parameters) {
        int limit = Parameters.limit(parameters);
        List<CarWarning> all = all(lookup.session(session));
        return new Warnings(all.stream().limit(limit).toList(), all.size());
    }

    private List<CarWarning> all(SessionSummary session) {
        return reader.entries(session.id()).stream()
                .flatMap(entry ->
                        reader.warnings(entry, session.startNanos()).stream()
                                .map(warning -> new CarWarning(entry.car(), warning)))
                .sorted(
                        Comparator.comparingDouble((CarWarning one) -> one.warning().atS())
                                .thenComparing(CarWarning::car))
                .toList();
    }

    /**
     * @param warnings by time, the first of them
     * @param total how many there are
     */
    record Warnings(List<CarWarning> warnings, int total) {}

    record CarWarning(String car, @JsonUnwrapped WarningJson warning) {}
}
