package dev.vitalcore.contracts.telemetry;

import dev.vitalcore.kernel.Unit;

/**
 * One channel of a layout.
 *
 * @param name the standard name where the channel dictionary knows the channel (e.g. {@code
 *     speed}), else a slug of the original; unique within a layout
 * @param originalName what the source calls it, kept as it is
 * @param unit the unit of the values as carried
 * @param originalUnit what the source wrote as unit, kept as it is; empty where it wrote none
 * @param precision how values are carried
 */
public record ChannelSpec(
        String name, String originalName, Unit unit, String originalUnit, Precision precision) {
    /** What the original name of a calculated channel begins with; its expression follows. */
    public static final String EXPRESSION = "=";

    /** How many bits a value of the channel is carried with. */
    public enum Precision {
        SINGLE,
        DOUBLE
    }

    public ChannelSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("channel '" + originalName + "' needs a name");
        }
    }

    /**
     * The unit as people write it. That of a calculated channel need not be one of {@link Unit};
     * its original unit then has the name.
     */
    public String shownUnit() {
        return originalName.startsWith(EXPRESSION) ? originalUnit : unit.symbol();
    }
}
