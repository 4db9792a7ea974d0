package dev.vitalcore.gateway.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a refusal of an unknown name says of those that exist.
 *
 * @param names in the order in which they are shown
 * @param where all of them are to be found
 */
record KnownNames(List<String> names, String where) {
    private static final int MOST_SHOWN = 5;

    KnownNames {
        names = List.copyOf(names);
    }

    String remedyFor(String asked) {
        return meantBy(asked)
                .map(meant -> "did you mean '" + meant + "'? Names are written exactly so")
                .orElseGet(() -> shown() + "see " + where + " for those that exist");
    }

    /** The name that differs from what was asked by case, spaces or dashes only. */
    Optional<String> meantBy(String asked) {
        return names.stream().filter(name -> plain(name).equals(plain(asked))).findFirst();
    }

    private String shown() {
        if (names.isEmpty()) {
            return "there is none yet; ";
        }
        String first =
                names.stream()
                        .limit(MOST_SHOWN)
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(", "));
        int more = names.size() - MOST_SHOWN;
        return "known " + (more > 0 ? "are, among others, " : "so far: ") + first + "; ";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]", "");
    }
}
