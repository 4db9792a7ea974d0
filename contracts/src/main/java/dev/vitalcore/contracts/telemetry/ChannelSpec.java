package dev.vitalcore.contracts.telemetry;

import dev.vitalcore.kernel.Unit;

/**
 * One channel of a layout.
 *
 * @param name the standard name where the channel dictionary knows the channel (e.g. {@code
 *     speed}), else a slug of the original; unique within a layout
 * @param originalName what the source calls it, kept as it is; of a calculated one {@code =} and
 *     its expression, which a source may write, too: only the origin tells them apart
 * @param unit the unit of the values as carried
 * @param originalUnit what the source wrote as unit, kept as it is; empty where it wrote none
 * @param precision how values are carried
 * @param origin where the values come from; those of blocks are recorded
 */
public record ChannelSpec(
        String name,
        String originalName,
        Unit unit,
        String originalUnit,
        Precision precision,
        Origin origin) {
    /** How many bits a value of the channel is carried with. */
    public enum Precision {
        SINGLE,
        DOUBLE
    }

    /** Where the values of a channel come from. */
    public sealed interface Origin {}

    /** From a source. */
    public record Recorded() implements Origin {}

    /**
     * From other channels, when it is read.
     *
     * @param sumsUp whether values count from where a read begins, as an integral does, so that
     *     those of two reads do not belong together
     */
    public record Calculated(String expression, boolean sumsUp) implements Origin {}

    public ChannelSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("channel '" + originalName + "' needs a name");
        }
    }

    /** A recorded one. */
    public ChannelSpec(
            String name, String originalName, Unit unit, String originalUnit, Precision precision) {
        this(name, originalName, unit, originalUnit, precision, new Recorded());
    }

    /**
     * The unit as people write it. That of a calculated channel need not be one of {@link Unit};
     * its original unit then has the name.
     */
    public String shownUnit() {
        return switch (origin) {
            case Recorded() -> unit.symbol();
            case Calculated calculated -> originalUnit;
        };
    }

    /**
     * Whether {@link Unit#convert} makes values of the other channel of values of this one. Those
     * in a unit that only its name tells stay as they are, so the names must be the same.
     */
    public boolean convertsTo(ChannelSpec other) {
        return unit.convertsTo(other.unit)
                && (unit != Unit.NONE || shownUnit().equals(other.shownUnit()));
    }
}
