package dev.vitalcore.platform.schema;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a new schema of a subject must keep to; Confluent's levels. */
public enum CompatibilityLevel {
    NONE(false, false, false),
    /** The new schema reads what the latest one has written. */
    BACKWARD(true, false, false),
    /** The new schema reads what any before it has written. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** The latest schema reads what the new one writes. */
    FORWARD(false, true, false),
    /** Any schema before it reads what the new one writes. */
    FORWARD_TRANSITIVE(false, true, true),
    /** Both directions, the latest alone. */
    FULL(true, true, false),
    /** Both directions, all before it. */
    FULL_TRANSITIVE(true, true, true);

    private static final int SHOWN = 40;

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    /** Whether the new schema must read what was written before. */
    public boolean backward() {
        return backward;
    }

    /** Whether schemas before it must read what the new one writes. */
    public boolean forward() {
        return forward;
    }

    /** Whether all versions count, not the latest alone. */
    public boolean transitive() {
        return transitive;
    }

    /**
     * @param name in any case, as registries take it
     * @throws Fault (user) when there is no such level
     */
    public static CompatibilityLevel of(String name) {
        for (CompatibilityLevel level : values()) {
            if (level.name().equals(name.toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        throw Fault.user(
                SchemaFaults.LEVEL_UNKNOWN,
                "'" + Text.abbreviate(name, SHOWN) + "' is no compatibility level",
                "use one of "
                        + Arrays.stream(values())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")));
    }
}
