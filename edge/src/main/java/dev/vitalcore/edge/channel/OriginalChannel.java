package dev.vitalcore.edge.channel;

import dev.vitalcore.kernel.Text;
import dev.vitalcore.kernel.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A channel as a recording describes it.
 *
 * @param name what the source calls it
 * @param qualifier what tells it from others of the same name (e.g. {@code obd}); may be empty
 * @param unit what the source wrote as its unit; may be empty
 * @param known the unit that the format's documentation states where the source writes none
 * @param meaning the standard channel where the format defines it; otherwise the dictionary is
 *     asked
 * @param manyDigits its values have more digits than a float keeps
 */
public record OriginalChannel(
        String name,
        String qualifier,
        String unit,
        Optional<Unit> known,
        Optional<String> meaning,
        boolean manyDigits) {
    /** Names travel with every block; a longer one is damage. */
    private static final int LONGEST_NAME = 100;

    /** What loggers write to say that there is no unit. */
    private static final Set<String> NO_UNIT = Set.of("", "(null)", "null", "-", "none");

    public OriginalChannel {
        name = Text.abbreviate(name, LONGEST_NAME);
        qualifier = Text.abbreviate(qualifier, LONGEST_NAME);
        unit = Text.abbreviate(unit, LONGEST_NAME);
        unit = NO_UNIT.contains(unit.strip().toLowerCase(Locale.ROOT)) ? "" : unit.strip();
    }

    public static OriginalChannel of(String name, String unit) {
        return new OriginalChannel(name, "", unit, Optional.empty(), Optional.empty(), false);
    }

    public OriginalChannel qualified(String by) {
        return new OriginalChannel(name, by, unit, known, meaning, manyDigits);
    }

    public OriginalChannel knownAs(Unit documented) {
        return new OriginalChannel(
                name, qualifier, unit, Optional.of(documented), meaning, manyDigits);
    }

    public OriginalChannel meaning(String standardChannel) {
        return new OriginalChannel(
                name, qualifier, unit, known, Optional.of(standardChannel), manyDigits);
    }

    public OriginalChannel withManyDigits(boolean many) {
        return new OriginalChannel(name, qualifier, unit, known, meaning, many);
    }

    boolean statesUnit() {
        return !unit.isEmpty();
    }

    /** The unit of the values, empty where it is not stated or not one that the kernel knows. */
    Optional<Unit> effectiveUnit() {
        return statesUnit() ? Unit.find(unit) : known;
    }
}
