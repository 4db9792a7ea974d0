package dev.vitalcore.gateway.rest;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.EventFacts;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Refusal;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.Handled;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.domain.RaceCommand;
import dev.vitalcore.racecontrol.domain.RaceRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands to race control. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/commands")
final class CommandResource {
    private static final int SHOWN = 60;

    private final Sessions sessions;
    private final JsonBodies bodies;
    private final InstantSource clock = InstantSource.system();

    CommandResource(GatewayServices services, JsonMapper mapper) {
        this.sessions = services.decisions().sessions();
        this.bodies = new JsonBodies(mapper);
    }

    /** Idempotent by the key: sent again, it answers as the first time. */
    @PostMapping
    Answer carryOut(
            @PathVariable String session,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        SessionId id = Decisions.session(session);
        JsonNode body = bodies.read(request, JsonNode.class);
        CommandFields fields = CommandFields.of(body);
        String name = fields.text("command");
        Sender sender = sender(fields);
        long atNanos = ComingIntoForce.of(fields.optionalText("at"), clock.instant());
        RaceCommand command = RaceCommands.read(name, id, atNanos, fields);
        fields.requireAllRead();
        return answer(
                sessions.handle(id, command(requiredKey(key), fingerprint(body), command, sender)));
    }

    private static Sender sender(CommandFields fields) {
        String who = fields.text("who");
        String why = fields.optionalText("why").orElse("");
        String correlation = fields.optionalText("correlation").orElse("");
        if (Text.hasControls(who) || Text.hasControls(correlation)) {
            throw Fault.user(
                    "field-unusable",
                    "'who' or 'correlation' has a line break or another control character: '"
                            + Text.abbreviate(who, SHOWN)
                            + "'",
                    "write each in a line");
        }
        try {
            return new Sender(who, why, correlation);
        } catch (IllegalArgumentException unusable) {
            throw Fault.user(
                    "field-unusable",
                    String.valueOf(unusable.getMessage()),
                    "say who decides in a line, and why in a few sentences",
                    unusable);
        }
    }

    private static Answer answer(Handled<RaceEvent> handled) {
        return switch (handled) {
            case Handled.Done<RaceEvent>(
                            long position,
                            long version,
                            List<RaceEvent> events,
                            boolean repeated) ->
                    new Answer(
                            position,
                            version,
                            repeated,
                            events.stream().map(EventFacts::type).toList());
            case Handled.Refused<RaceEvent>(Refusal refusal) -> throw refused(refusal);
        };
    }

    /**
     * A value that no session could take is the sender's mistake; all else is in conflict with what
     * is so.
     */
    private static Fault refused(Refusal refusal) {
        return refusal.code().equals(RaceRefusal.Rule.UNUSABLE_VALUE.code())
                ? Fault.user(refusal.code(), refusal.message(), refusal.remedy())
                : Fault.conflict(refusal.code(), refusal.message(), refusal.remedy());
    }

    private static Command<RaceCommand> command(
            String key, String fingerprint, RaceCommand command, Sender sender) {
        try {
            return new Command<>(key, fingerprint, command, sender);
        } catch (IllegalArgumentException unusable) {
            throw Fault.user(
                    "field-unusable",
                    String.valueOf(unusable.getMessage()),
                    "send another Idempotency-Key",
                    unusable);
        }
    }

    private static String requiredKey(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Fault.user(
                    "key-missing",
                    "the header Idempotency-Key is missing",
                    "give each command a key of its own, so that it can be sent again safely");
        }
        return key;
    }

    /** Of what was asked, whatever the order of its fields. */
    private static String fingerprint(JsonNode body) {
        String asked =
                String.join(
                        "\n",
                        body.propertyStream()
                                .map(field -> field.getKey() + "=" + field.getValue())
                                .sorted()
                                .toList());
        return Fingerprint.of(asked);
    }

    /**
     * @param position up to which a reader must have come to see the outcome
     * @param version of the session's decisions
     * @param repeated whether it had been carried out before, under its key
     * @param events what came of it; none where all was so already, or where it is repeated
     */
    record Answer(long position, long version, boolean repeated, List<String> events) {}
}
