package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.kernel.EpochNanos;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, as JSON spells it: components by their names in snake_case, constants as
 * {@link Words}, a moment in ISO 8601, a duration in seconds.
 */
public final class EventFacts {
    private static final String NANOS = "Nanos";

    /** They are moments; everything else in nanoseconds is a duration. */
    private static final Set<String> MOMENTS = Set.of("startNanos");

    /** Every event has them; they are told beside the facts. */
    private static final Set<String> COMMON = Set.of("session", "atNanos");

    private EventFacts() {}

    /** E.g. {@code red_flag_shown}. */
    public static String type(RaceEvent event) {
        return snake(event.getClass().getSimpleName());
    }

    static Map<String, @Nullable Object> of(RaceEvent event) {
        return of((Record) event);
    }

    private static Map<String, @Nullable Object> of(Record record) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = component.getName();
            if (!COMMON.contains(name)) {
                put(facts, name, value(component, record));
            }
        }
        return facts;
    }

    private static void put(Map<String, @Nullable Object> facts, String name, Object value) {
        if (!name.endsWith(NANOS)) {
            facts.put(snake(name), told(value));
            return;
        }
        String stem = snake(name.substring(0, name.length() - NANOS.length()));
        long nanos = (Long) value;
        if (MOMENTS.contains(name)) {
            facts.put(stem, EpochNanos.toInstant(nanos).toString());
        } else {
            facts.put(stem + "_s", EpochNanos.toSeconds(nanos));
        }
    }

    private static @Nullable Object told(Object value) {
        return switch (value) {
            case Enum<?> constant -> Words.of(constant);
            case OptionalInt number -> number.isPresent() ? number.getAsInt() : null;
            case OptionalDouble number -> number.isPresent() ? number.getAsDouble() : null;
            case List<?> items ->
                    items.stream()
                            .map(item -> item instanceof Record line ? of(line) : item)
                            .toList();
            default -> value;
        };
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " of an event is not public", e);
        }
    }

    static String snake(String name) {
        String spelled = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return spelled.startsWith("_") ? spelled.substring(1) : spelled;
    }
}
