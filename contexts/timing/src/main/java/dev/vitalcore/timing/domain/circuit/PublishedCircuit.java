package dev.vitalcore.timing.domain.circuit;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A circuit as a provider of track data describes it.
 *
 * @param id of the provider, e.g. {@code be-1925}
 * @param name e.g. {@code Circuit de Spa-Francorchamps}
 * @param place town or region; empty where the provider says none
 * @param lengthMetres of a lap, as stated; empty where it is not
 * @param outline the way of a lap, point by point; a closed circuit ends where it begins
 */
public record PublishedCircuit(
        String id,
        String name,
        String place,
        OptionalDouble lengthMetres,
        List<EarthPoint> outline) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public PublishedCircuit {
        outline = List.copyOf(outline);
        if (outline.size() < 2) {
            throw new IllegalArgumentException(
                    "the outline of the circuit '" + name + "' has " + outline.size() + " points");
        }
    }

    /** For people: its name, and the place where the name does not say it. */
    public String title() {
        return place.isEmpty() || folded(name).contains(folded(place))
                ? name
                : name + " (" + place + ")";
    }

    /** From the point to the nearest place of the outline; see {@link EarthPoint}. */
    double metresFrom(EarthPoint point) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < outline.size(); i++) {
            least = Math.min(least, point.metresFrom(outline.get(i - 1), outline.get(i)));
        }
        return least;
    }

    /** Whether the text is its name, place or id; accents, case and punctuation do not matter. */
    boolean isCalled(String text) {
        String asked = folded(text);
        return asked.equals(folded(name))
                || asked.equals(folded(place))
                || asked.equals(folded(id));
    }

    /** Whether each word of the text is one of its name or place, as that of {@code Spa} is. */
    boolean hasWordsOf(String text) {
        return wordsOf(name + " " + place).containsAll(wordsOf(text));
    }

    private static Set<String> wordsOf(String text) {
        return Set.copyOf(List.of(folded(text).split(" ", -1)));
    }

    /** In lower case, without accents, words parted by one space. */
    static String folded(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN_WORDS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
