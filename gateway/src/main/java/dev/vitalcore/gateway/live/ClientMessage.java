package dev.vitalcore.gateway.live;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client may say. */
sealed interface ClientMessage {
    record Subscribe(TraceRequest request) implements ClientMessage {}

    record Ping() implements ClientMessage {}

    /**
     * @throws IllegalArgumentException when it is not a message, saying what is wrong with it
     */
    static ClientMessage parse(JsonMapper mapper, String text) {
        JsonNode message;
        try {
            message = mapper.readTree(text);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("not JSON: send an object with a type", notJson);
        }
        return switch (message.path("type").asString("")) {
            case "subscribe" ->
                    new Subscribe(
                            new TraceRequest(texts(message, "cars"), texts(message, "channels")));
            case "ping" -> new Ping();
            default -> throw new IllegalArgumentException("type must be 'subscribe' or 'ping'");
        };
    }

    private static Set<String> texts(JsonNode message, String name) {
        JsonNode list = message.path(name);
        if (!list.isArray()) {
            throw new IllegalArgumentException("subscribe needs the list '" + name + "'");
        }
        Set<String> texts = new HashSet<>();
        for (JsonNode item : list) {
            if (!item.isString()) {
                throw new IllegalArgumentException("'" + name + "' holds something but texts");
            }
            texts.add(item.asString());
        }
        return texts;
    }
}
