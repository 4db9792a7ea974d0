package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a command in JSON. What is missing, of another type, or not asked for by the
 * command is refused by name: a misspelt field would otherwise change what is decided.
 */
final class CommandFields {
    private static final int SHOWN = 80;
    private static final int MOST_ITEMS = 1_000;
    private static final int MOST_NAMED = 12;

    private final JsonNode object;
    private final Set<String> read = new HashSet<>();

    private CommandFields(JsonNode object) {
        this.object = object;
    }

    /**
     * @throws Fault (user) when it is no object
     */
    static CommandFields of(JsonNode value) {
        if (!value.isObject()) {
            throw Fault.user(
                    "body-unusable",
                    Text.abbreviate(value.toString(), SHOWN) + " is no JSON object",
                    "send {\"command\":\"go_green\",\"who\":\"…\"}");
        }
        return new CommandFields(value);
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw unusable(name, value, "a text");
        }
        return Optional.of(value.stringValue());
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(name)) {
            if (!item.isString()) {
                throw unusable(name, item, "a list of texts");
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    /** Empty where it is absent. */
    List<JsonNode> items(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_ITEMS) {
            throw unusable(name, value, "a list of at most " + MOST_ITEMS);
        }
        return value.valueStream().toList();
    }

    int whole(String name) {
        OptionalInt number = optionalWhole(name);
        if (number.isEmpty()) {
            throw missing(name);
        }
        return number.getAsInt();
    }

    OptionalInt optionalWhole(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw unusable(name, value, "a whole number");
        }
        return OptionalInt.of(value.intValue());
    }

    OptionalDouble optionalNumber(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber()) {
            throw unusable(name, value, "a number");
        }
        return OptionalDouble.of(value.doubleValue());
    }

    /** A moment in ISO 8601, as nanoseconds since the epoch. */
    long moment(String name) {
        return optionalMoment(name).orElseThrow(() -> missing(name));
    }

    Optional<Long> optionalMoment(String name) {
        return optionalText(name).map(text -> moment(name, text));
    }

    static long moment(String name, String text) {
        try {
            return EpochNanos.of(Instant.parse(text));
        } catch (ArithmeticException beyond) {
            throw Fault.user(
                    "field-unusable",
                    "'" + name + "' is " + Text.abbreviate(text, SHOWN),
                    "give a moment from the year 1678 to 2261",
                    beyond);
        } catch (DateTimeParseException unusable) {
            throw Fault.user(
                    "field-unusable",
                    "'" + name + "' is '" + Text.abbreviate(text, SHOWN) + "'",
                    "write a moment in ISO 8601 with its zone, e.g. 2026-05-02T14:32:10Z",
                    unusable);
        }
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        String word = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw Fault.user(
                "field-unusable",
                "'" + name + "' is '" + Text.abbreviate(word, SHOWN) + "'",
                "write one of "
                        + Stream.of(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
    }

    /**
     * @throws Fault (user) when there is a field that nobody has asked for
     */
    void requireAllRead() {
        object.propertyNames().stream()
                .filter(name -> !read.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Fault.user(
                            "field-unknown-to-command",
                            "the command takes no '" + Text.abbreviate(name, SHOWN) + "'",
                            "leave it out; this command takes "
                                    + read.stream().sorted().collect(Collectors.joining(", ")));
                });
    }

    private @Nullable JsonNode value(String name) {
        read.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private Fault missing(String name) {
        String there =
                object.propertyNames().stream()
                        .limit(MOST_NAMED)
                        .map(each -> Text.abbreviate(each, SHOWN))
                        .collect(Collectors.joining(", "));
        return Fault.user(
                "field-missing",
                "'" + name + "' is missing",
                "add \"" + name + "\"; there is " + (there.isEmpty() ? "nothing" : there));
    }

    private static Fault unusable(String name, JsonNode value, String wanted) {
        return Fault.user(
                "field-unusable",
                "'" + name + "' is " + Text.abbreviate(value.toString(), SHOWN),
                "give " + wanted);
    }
}
