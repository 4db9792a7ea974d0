package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.kernel.Unit;
import dev.vitalcore.telemetry.domain.expression.ChannelUnit.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units as text, e.g. {@code bar/s}, {@code m/s²}, {@code kg/(m·s)}. */
final class UnitNames {
    private static final int LONGEST = 40;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    static final Dimension POWER = new Dimension(2, 1, -3, 0, 0, 0);

    /** One factor of a name: the unit and its power. */
    private static final Pattern TERM = Pattern.compile("([^0-9^²³⁴⁵]+)(?:\\^?([1-9])|([²³⁴⁵]))?");

    /** What a unit behind a number may look like. */
    private static final Pattern SUFFIX = Pattern.compile("[\\p{L}°%][\\p{L}\\p{N}°%/·^]*");

    private UnitNames() {}

    /**
     * The unit of that name.
     *
     * @return empty where it is not known
     */
    static Optional<ChannelUnit> find(String text) {
        String name = text.strip();
        Optional<ChannelUnit> known = atom(name);
        if (known.isPresent()) {
            return known;
        }
        ChannelUnit product = ChannelUnit.NUMBER;
        int power = 1;
        for (String part : name.split("(?<=[/·*])|(?=[/·*])", -1)) {
            if (part.equals("/")) {
                power = -1;
            } else if (!part.equals("·") && !part.equals("*")) {
                Optional<ChannelUnit> term = term(part.strip());
                if (term.isEmpty()) {
                    return Optional.empty();
                }
                product = exactly(product, term.get(), power);
                power = 1;
            }
        }
        return Optional.of(product);
    }

    /** The unit behind a number that begins at this place, the longest that fits. */
    static Optional<String> suffixAt(String text, int start) {
        Matcher suffix = SUFFIX.matcher(text).region(start, text.length());
        int end = suffix.lookingAt() ? Math.min(suffix.end(), start + LONGEST) : start;
        for (; end > start; end--) {
            String name = text.substring(start, end);
            if (endsAt(text, end) && find(name).isPresent()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The factors of a symbol of the kernel. */
    static Map<String, Integer> atoms(String symbol) {
        Map<String, Integer> atoms = new TreeMap<>();
        String[] parts = symbol.split("/", 2);
        for (int index = 0; index < parts.length; index++) {
            Matcher term = TERM.matcher(parts[index]);
            if (term.matches()) {
                atoms.put(term.group(1), (index == 0 ? 1 : -1) * powerOf(term));
            }
        }
        return atoms;
    }

    static String written(Map<String, Integer> atoms) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        new TreeMap<>(atoms)
                .forEach((atom, power) ->
                        (power > 0 ? above : below).add(atom + superscript(Math.abs(power))));
        String numerator = String.join("·", above);
        return switch (below.size()) {
            case 0 -> numerator;
            case 1 -> (numerator.isEmpty() ? "1" : numerator) + "/" + below.getFirst();
            default ->
                    (numerator.isEmpty() ? "1" : numerator) + "/(" + String.join("·", below) + ")";
        };
    }

    private static Optional<ChannelUnit> term(String text) {
        if (text.equals("1")) {
            return Optional.of(ChannelUnit.NUMBER);
        }
        Matcher term = TERM.matcher(text);
        return term.matches()
                ? atom(term.group(1)).map(unit -> exactly(ChannelUnit.NUMBER, unit, powerOf(term)))
                : Optional.empty();
    }

    private static Optional<ChannelUnit> atom(String name) {
        return switch (name) {
            case "" -> Optional.empty();
            // Units that only expressions know.
            case "h" -> Optional.of(more(name, Dimension.TIME, 3600));
            case "min" -> Optional.of(more(name, Dimension.TIME, 60));
            case "W" -> Optional.of(more(name, POWER, 1));
            case "kW" -> Optional.of(more(name, POWER, 1000));
            default -> Unit.find(name).map(ChannelUnit::of);
        };
    }

    /** The product as it is written: km/h stays km/h. */
    private static ChannelUnit exactly(ChannelUnit one, ChannelUnit other, int power) {
        Map<String, Integer> atoms = new TreeMap<>(one.atoms());
        other.atoms().forEach((atom, times) -> atoms.merge(atom, times * power, Integer::sum));
        atoms.values().removeIf(times -> times == 0);
        // Counts from 0: a temperature in such a unit is a difference.
        return new ChannelUnit(
                        atoms,
                        one.dimension().times(other.dimension(), power),
                        one.factor() * Math.pow(other.factor(), power))
                .as(Reading.DIFFERENCE);
    }

    private static ChannelUnit more(String name, Dimension dimension, double factor) {
        return new ChannelUnit(Map.of(name, 1), dimension, factor);
    }

    private static int powerOf(Matcher term) {
        if (term.group(2) != null) {
            return Integer.parseInt(term.group(2));
        }
        return term.group(3) == null ? 1 : SUPERSCRIPTS.indexOf(term.group(3));
    }

    private static String superscript(int power) {
        if (power == 1) {
            return "";
        }
        return power < 10 ? SUPERSCRIPTS.substring(power, power + 1) : "^" + power;
    }

    /** So that the metre is not found in '3 min_speed'. */
    private static boolean endsAt(String text, int end) {
        return end == text.length() || !isPartOfName(text.charAt(end));
    }

    static boolean isPartOfName(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '.';
    }
}
