package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fetches the samples of a lap with one question to the store. */
final class LapReader {
    /** All that may tell the way of the car, see {@link LapSamples#trace()}. */
    static final List<String> WAY =
            List.of(
                    StandardChannels.LATITUDE,
                    StandardChannels.LONGITUDE,
                    StandardChannels.WORLD_X,
                    StandardChannels.WORLD_Y,
                    StandardChannels.LAP_DISTANCE,
                    StandardChannels.SPEED);

    /** Read before and after the lap, so that its ends lie between samples. */
    private static final long MARGIN_NANOS = 2 * EpochNanos.PER_SECOND;

    /** Bounds the memory of one question: 16 bytes a value, so 64 MiB. */
    private static final int MOST_VALUES = 4 * 1024 * 1024;

    private static final int MOST_CHANNELS = 64;

    private final LapRecords laps;
    private final SeriesStore store;

    LapReader(LapRecords laps, SeriesStore store) {
        this.laps = laps;
        this.store = store;
    }

    /**
     * The channels, all of which must be kept, and what there is of the others.
     *
     * @throws Fault (user) when the lap or one of the channels is unknown
     */
    LapSamples read(LapReference reference, List<String> channels, List<String> others) {
        LapSamples samples = readWhatThereIs(reference, channels, others);
        for (String channel : channels) {
            if (!samples.series().containsKey(channel)) {
                throw unreadable(channel, reference);
            }
        }
        return samples;
    }

    /**
     * What there is of the channels and the others.
     *
     * @throws Fault (user) when the lap is unknown or too many channels are asked for
     */
    LapSamples readWhatThereIs(LapReference reference, List<String> channels, List<String> others) {
        if (channels.size() > MOST_CHANNELS) {
            throw Fault.user(
                    "channels-out-of-range",
                    channels.size() + " channels are asked for",
                    "ask for at most " + MOST_CHANNELS);
        }
        LapCompleted lap = laps.lap(reference).orElseThrow(() -> unknownLap(reference));
        Set<String> wanted = new LinkedHashSet<>(channels);
        wanted.addAll(others);
        return new LapSamples(lap, read(reference, lap, store.readable(reference.entry(), wanted)));
    }

    static Fault unknownChannel(String channel, LapReference... references) {
        String where =
                List.of(references).stream()
                        .map(LapReference::toString)
                        .collect(Collectors.joining(" and "));
        return SeriesStore.unknownChannel(channel, where, List.of());
    }

    /** The store says what is wrong with a channel that it could not calculate. */
    private Fault unreadable(String channel, LapReference reference) {
        try {
            store.described(reference.entry(), List.of(channel));
        } catch (Fault refused) {
            if (!refused.code().equals(SeriesStore.CHANNEL_UNKNOWN)) {
                return refused;
            }
        }
        return unknownChannel(channel, reference);
    }

    private Map<String, Series> read(
            LapReference reference, LapCompleted lap, Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<Series> found =
                store.read(
                        reference.entry(),
                        new ArrayList<>(wanted),
                        lap.startNanos() - MARGIN_NANOS,
                        lap.startNanos() + lap.durationNanos() + MARGIN_NANOS,
                        MOST_VALUES / wanted.size());
        Map<String, Series> byName = new HashMap<>();
        found.forEach(series -> byName.put(series.spec().name(), series));
        return byName;
    }

    private static Fault unknownLap(LapReference reference) {
        return Fault.user(
                "lap-unknown",
                "there is no " + reference,
                "ask for the entry's laps and choose one of them");
    }
}
