package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.LedgerLineJson;
import dev.vitalcore.gateway.json.SourceJson;
import dev.vitalcore.telemetry.application.Ledgers;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.telemetry.application.SourceStatus;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the sources are doing and what of them arrived. */
@RestController
@RequestMapping("/api/v1")
final class SourceResource {
    private final SessionCatalogue catalogue;
    private final Ledgers ledgers;
    private final SessionLookup lookup;

    SourceResource(GatewayServices services, SessionLookup lookup) {
        this.catalogue = services.telemetry().sessions();
        this.ledgers = services.telemetry().ledgers();
        this.lookup = lookup;
    }

    @GetMapping("/sources")
    Sources all() {
        return Sources.of(catalogue.sources());
    }

    @GetMapping("/sessions/{session}/sources")
    Sources ofSession(@PathVariable String session) {
        return Sources.of(catalogue.sources(lookup.session(session).id()));
    }

    @GetMapping("/sessions/{session}/ledger")
    Ledger ledger(@PathVariable String session) {
        return new Ledger(
                ledgers.of(lookup.session(session).id()).stream().map(LedgerLineJson::of).toList());
    }

    record Sources(List<SourceJson> sources) {
        static Sources of(List<SourceStatus> sources) {
            return new Sources(sources.stream().map(SourceJson::of).toList());
        }
    }

    record Ledger(List<LedgerLineJson> ledger) {}
}
