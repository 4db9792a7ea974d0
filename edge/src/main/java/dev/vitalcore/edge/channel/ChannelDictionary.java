package dev.vitalcore.edge.channel;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.kernel.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the channels of a recording their names and units. Of several channels for one quantity the
 * most trusted becomes the standard channel, in the standard unit; every other keeps its own name
 * (as a slug) and its own unit. Nothing is converted on a guess: a channel whose unit is unknown or
 * measures something else is kept as it is.
 */
public final class ChannelDictionary {
    private static final int LONGEST_WORD = 60;

    /** Ingest takes names of 80 characters; the rest is for the number of equal ones. */
    private static final int LONGEST_SLUG = 72;

    /** Quantities that timing tables have too. */
    private static final Set<StandardChannel> TIMING =
            EnumSet.of(
                    StandardChannel.LAP_NUMBER,
                    StandardChannel.LAP_TIME_PREVIOUS,
                    StandardChannel.LAP_TIME_RUNNING,
                    StandardChannel.SPLIT_TIME_PREVIOUS);

    private ChannelDictionary() {}

    /** One mapped channel for each original, in the same order. */
    public static List<MappedChannel> map(List<OriginalChannel> originals) {
        @Nullable StandardChannel[] chosen = choose(originals);
        Set<String> names = new HashSet<>();
        for (StandardChannel channel : StandardChannel.values()) {
            names.add(channel.channel());
        }
        List<MappedChannel> mapped = new ArrayList<>(originals.size());
        for (int i = 0; i < chosen.length; i++) {
            OriginalChannel original = originals.get(i);
            mapped.add(
                    chosen[i] != null
                            ? standard(original, chosen[i])
                            : own(original, uniqueName(original, names)));
        }
        return List.copyOf(mapped);
    }

    /** Whether a name is a spelling of a quantity that sensors of a car measure. */
    public static boolean isMeasured(String name) {
        return Arrays.stream(StandardChannel.values())
                .anyMatch(channel -> !TIMING.contains(channel) && channel.rank(name) >= 0);
    }

    /** For each original the standard channel that it becomes, or null. */
    private static @Nullable StandardChannel[] choose(List<OriginalChannel> originals) {
        @Nullable StandardChannel[] chosen = new StandardChannel[originals.size()];
        for (StandardChannel channel : StandardChannel.values()) {
            int best = -1;
            int bestRank = Integer.MAX_VALUE;
            for (int i = 0; i < chosen.length; i++) {
                int rank = rank(originals.get(i), channel);
                if (chosen[i] == null && rank >= 0 && rank < bestRank) {
                    best = i;
                    bestRank = rank;
                }
            }
            if (best >= 0) {
                chosen[best] = channel;
            }
        }
        return chosen;
    }

    /** How well the original fits, 0 best; -1 where it is something else or does not convert. */
    private static int rank(OriginalChannel original, StandardChannel channel) {
        if (!converts(original, channel.unit())) {
            return -1;
        }
        if (original.meaning().isPresent()) {
            return original.meaning().get().equals(channel.channel()) ? 0 : -1;
        }
        int rank = channel.rank(original.name());
        // Behind those that the format itself gave a meaning.
        return rank < 0 ? -1 : rank + 1;
    }

    private static boolean converts(OriginalChannel original, Unit standard) {
        Optional<Unit> unit = original.effectiveUnit();
        if (unit.isPresent()) {
            return unit.get().convertsTo(standard);
        }
        return standard == Unit.NONE || !original.statesUnit();
    }

    private static MappedChannel standard(OriginalChannel original, StandardChannel channel) {
        Unit from = original.effectiveUnit().orElse(channel.unit());
        ChannelSpec spec =
                new ChannelSpec(
                        channel.channel(),
                        original.name(),
                        channel.unit(),
                        original.unit(),
                        channel.precision());
        return new MappedChannel(spec, MappedChannel.conversion(from, channel.unit()));
    }

    private static MappedChannel own(OriginalChannel original, String name) {
        Unit unit = original.effectiveUnit().orElse(Unit.NONE);
        Precision precision = original.manyDigits() ? Precision.DOUBLE : Precision.SINGLE;
        return new MappedChannel(
                new ChannelSpec(name, original.name(), unit, original.unit(), precision),
                MappedChannel.conversion(unit, unit));
    }

    /**
     * Channels that were taken for a standard channel though the source does not state their unit:
     * the values are assumed to be in the standard unit.
     */
    public static List<ChannelSpec> assumedUnits(
            List<OriginalChannel> originals, List<MappedChannel> mapped) {
        List<ChannelSpec> assumed = new ArrayList<>();
        for (int i = 0; i < originals.size(); i++) {
            ChannelSpec spec = mapped.get(i).spec();
            if (originals.get(i).effectiveUnit().isEmpty()
                    && StandardChannel.named(spec.name()).isPresent()
                    && spec.unit() != Unit.NONE) {
                assumed.add(spec);
            }
        }
        return assumed;
    }

    private static String uniqueName(OriginalChannel original, Set<String> taken) {
        String slug = slug(original.name());
        if (taken.contains(slug) && !original.qualifier().isEmpty()) {
            slug = cut(slug + "_" + slug(original.qualifier()), LONGEST_SLUG);
        }
        String name = slug;
        for (int number = 2; !fits(original, name) || !taken.add(name); number++) {
            name = slug + "_" + number;
        }
        return name;
    }

    /**
     * A standard name promises its unit, also where no spelling of other makers is known for it.
     */
    private static boolean fits(OriginalChannel original, String name) {
        Unit unit = original.effectiveUnit().orElse(Unit.NONE);
        return StandardChannels.UNITS.getOrDefault(name, unit) == unit;
    }

    /** Lower case, words joined by underscores, as the standard names are written. */
    static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
        return slug.isEmpty() ? "unnamed" : cut(slug, LONGEST_WORD);
    }

    private static String cut(String slug, int length) {
        return slug.length() <= length ? slug : slug.substring(0, length);
    }
}
