package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.telemetry.application.SeriesQueries;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks for channels, and says which there are where one of them is not kept. */
final class ChannelReads {
    private final SeriesQueries series;

    ChannelReads(SeriesQueries series) {
        this.series = series;
    }

    /**
     * The answer of the question.
     *
     * @param entries whose channels are asked for
     */
    <T> T of(List<EntryId> entries, List<String> channels, Supplier<T> question) {
        try {
            return question.get();
        } catch (Fault refused) {
            throw refused.code().equals(SeriesStore.CHANNEL_UNKNOWN)
                    ? withKnown(refused, entries, channels)
                    : refused;
        }
    }

    private Fault withKnown(Fault refused, List<EntryId> entries, List<String> channels) {
        List<String> kept =
                entries.stream()
                        .flatMap(entry -> series.channels(entry).stream())
                        .map(channel -> channel.spec().name())
                        .distinct()
                        .toList();
        Set<String> readable =
                entries.stream()
                        .flatMap(entry -> series.readable(entry, channels).stream())
                        .collect(Collectors.toSet());
        String missing =
                channels.stream().filter(name -> !readable.contains(name)).findFirst().orElse("");
        return Fault.user(
                refused.code(),
                refused.text(),
                known(entries.getFirst(), kept).remedyFor(missing),
                refused);
    }

    private static KnownNames known(EntryId entry, List<String> kept) {
        return new KnownNames(
                kept,
                "/api/v1/sessions/" + entry.session() + "/entries/" + entry.car() + "/channels");
    }
}
