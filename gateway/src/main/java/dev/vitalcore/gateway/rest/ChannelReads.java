package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.telemetry.application.SeriesQueries;
import java.util.List;
import java.util.function.Supplier;

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
            throw refused.code().equals("channel-unknown")
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
        String missing =
                channels.stream().filter(channel -> !kept.contains(channel)).findFirst().orElse("");
        EntryId first = entries.getFirst();
        String where =
                "/api/v1/sessions/" + first.session() + "/entries/" + first.car() + "/channels";
        return Fault.user(
                refused.code(),
                refused.text(),
                new KnownNames(kept, where).remedyFor(missing),
                refused);
    }
}
