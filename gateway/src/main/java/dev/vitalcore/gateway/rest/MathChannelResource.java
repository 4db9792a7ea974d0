package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.MathChannelJson;
import dev.vitalcore.gateway.json.MathCheckJson;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.telemetry.application.MathChannel;
import dev.vitalcore.telemetry.application.MathChannels;
import dev.vitalcore.telemetry.domain.expression.ExpressionRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Channels that are calculated: saved ones, and the check of an expression as it is typed. */
@RestController
@RequestMapping("/api/v1/math-channels")
final class MathChannelResource {
    private final MathChannels channels;
    private final SessionLookup lookup;
    private final JsonBodies bodies;

    MathChannelResource(GatewayServices services, SessionLookup lookup, JsonMapper mapper) {
        this.channels = services.telemetry().mathChannels();
        this.lookup = lookup;
        this.bodies = new JsonBodies(mapper);
    }

    @GetMapping
    Listed list() {
        return new Listed(channels.list().stream().map(MathChannelJson::of).toList());
    }

    @PutMapping("/{name}")
    MathChannelJson put(@PathVariable String name, HttpServletRequest request) throws IOException {
        Definition definition = bodies.read(request, Definition.class);
        MathChannel channel =
                new MathChannel(
                        name,
                        required(definition.expression()),
                        Optional.ofNullable(definition.unit()).filter(unit -> !unit.isBlank()),
                        Objects.requireNonNullElse(definition.description(), ""));
        channels.put(channel);
        return MathChannelJson.of(channel);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        channels.delete(name);
    }

    @PostMapping("/check")
    MathCheckJson check(HttpServletRequest request) throws IOException {
        Question question = bodies.read(request, Question.class);
        Optional<EntryId> entry = entry(question);
        try {
            return MathCheckJson.of(channels.check(required(question.expression()), entry));
        } catch (ExpressionRefused refused) {
            return MathCheckJson.of(refused);
        }
    }

    private Optional<EntryId> entry(Question question) {
        if (question.session() == null && question.car() == null) {
            return Optional.empty();
        }
        if (question.session() == null || question.car() == null) {
            throw Fault.user(
                    "parameter-missing",
                    "only one of session and car is given",
                    "give both, or none to check for any car");
        }
        return Optional.of(lookup.sampled(lookup.session(question.session()), question.car()));
    }

    private static String required(@Nullable String expression) {
        if (expression == null) {
            throw Fault.user(
                    "parameter-missing", "the expression is missing", "add \"expression\"");
        }
        return expression;
    }

    record Listed(List<MathChannelJson> mathChannels) {}

    record Definition(
            @Nullable String expression, @Nullable String unit, @Nullable String description) {}

    record Question(@Nullable String expression, @Nullable String session, @Nullable String car) {}
}
