package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.SagaJson;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.SagaRequest;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.SagaView.Phase;
import dev.vitalcore.platform.saga.Sagas;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Sagas: how far they are, and what an operator can do about them. */
@RestController
@RequestMapping("/api/v1/sagas")
final class SagaResource {
    private static final Set<String> OF_LIST = Set.of("plan", "phase", "after", "limit");
    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final Sagas sagas;
    private final SagaRequests requests;

    SagaResource(GatewayServices services, JsonMapper mapper) {
        this.sagas = services.decisions().sagas();
        this.requests = new SagaRequests(new JsonBodies(mapper));
    }

    @GetMapping
    Listed list(@RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, OF_LIST);
        Predicate<SagaView> asked = view -> true;
        String plan = parameters.get("plan");
        if (plan != null) {
            asked = asked.and(view -> view.saga().plan().equals(plan));
        }
        String phase = parameters.get("phase");
        if (phase != null) {
            Phase wanted = phase(phase);
            asked = asked.and(view -> view.phase() == wanted);
        }
        int limit = Parameters.whole(parameters, "limit", 1, MOST).orElse(USUAL);
        String after = parameters.getOrDefault("after", "");
        return new Listed(sagas.list(after, asked, limit).stream().map(SagaJson::of).toList());
    }

    @GetMapping("/{saga}")
    SagaJson inspect(@PathVariable String saga) {
        SagaId id = SagaId.parse(saga);
        return sagas.inspect(id).map(SagaJson::of).orElseThrow(() -> unknown(id));
    }

    /** Idempotent by the key. */
    @PostMapping("/{saga}/cancel")
    SagaJson cancel(
            @PathVariable String saga,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        return SagaJson.of(sagas.cancel(SagaId.parse(saga), asked("cancel", key, request)));
    }

    /** Idempotent by the key. */
    @PostMapping("/{saga}/resume")
    SagaJson resume(
            @PathVariable String saga,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        return SagaJson.of(sagas.resume(SagaId.parse(saga), asked("resume", key, request)));
    }

    private SagaRequest asked(String what, @Nullable String key, HttpServletRequest request)
            throws IOException {
        return requests.read(key, request, Wish.class).request(what);
    }

    private static Phase phase(String word) {
        for (Phase phase : Phase.values()) {
            if (phase.name().toLowerCase(Locale.ROOT).equals(word)) {
                return phase;
            }
        }
        throw Parameters.unusable(
                "phase",
                word,
                "give one of "
                        + Stream.of(Phase.values())
                                .map(phase -> phase.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
    }

    private static Fault unknown(SagaId id) {
        return Fault.user(
                "saga-unknown", "there is no saga '" + id + "'", "GET /api/v1/sagas lists them");
    }

    record Listed(List<SagaJson> sagas) {}

    record Wish(@Nullable String who, @Nullable String why) implements SagaRequests.Signed {}
}
