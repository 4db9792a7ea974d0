package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayLimits;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.DeadLetterJson;
import dev.vitalcore.telemetry.application.DeadLetters;
import dev.vitalcore.telemetry.application.RedriveOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What ingest refused, and another try. */
@RestController
@RequestMapping("/api/v1/dead-letters")
final class DeadLetterResource {
    private final DeadLetters deadLetters;
    private final GatewayLimits limits;

    DeadLetterResource(GatewayServices services, GatewayLimits limits) {
        this.deadLetters = services.telemetry().deadLetters();
        this.limits = limits;
    }

    @GetMapping
    Listed list(@RequestParam Map<String, String> parameters) {
        return new Listed(
                deadLetters.list(Parameters.limit(parameters)).stream()
                        .map(DeadLetterJson::of)
                        .toList());
    }

    @PostMapping("/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Redriven redrive(@PathVariable String id) {
        return Redriven.of(id, Answers.await(deadLetters.redrive(id), limits.answerTime()));
    }

    record Listed(List<DeadLetterJson> deadLetters) {}

    /**
     * @param outcome {@code accepted}, {@code duplicate} or the code of the refusal
     * @param message why it was refused again; null when it was not
     */
    record Redriven(String id, String outcome, @Nullable String message, @Nullable String remedy) {
        static Redriven of(String id, RedriveOutcome outcome) {
            Optional<RedriveOutcome.Refused> refused =
                    outcome instanceof RedriveOutcome.Refused again
                            ? Optional.of(again)
                            : Optional.empty();
            return new Redriven(
                    id,
                    outcome.text(),
                    refused.map(again -> again.block().message()).orElse(null),
                    refused.map(again -> again.block().remedy()).orElse(null));
        }
    }
}
