package dev.vitalcore.app.feed;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SourceId;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What a recording covers: read once to its end before it is fed, because which session and car it
 * belongs to depends on it.
 *
 * @param name of the file, or what else it was
 * @param span of its samples; empty where it has none
 * @param samples how many values it has, absent ones included
 * @param place where it was first located; empty where it never was
 */
record Survey(String name, Optional<Span> span, long samples, Optional<Place> place) {
    private static final long BLOCK_NANOS = 1_000_000_000L;
    private static final double EARTH_KM = 6_371;

    /** Event time from the first sample to the last, nanoseconds since the epoch. */
    record Span(long from, long until) {
        boolean overlaps(Span other) {
            return from <= other.until && other.from <= until;
        }
    }

    /** On the Earth, degrees. */
    record Place(double latitude, double longitude) {
        /** By the haversine formula on a sphere. */
        double kilometresTo(Place other) {
            double north = Math.toRadians(other.latitude - latitude) / 2;
            double east = Math.toRadians(other.longitude - longitude) / 2;
            double chord =
                    Math.pow(Math.sin(north), 2)
                            + Math.cos(Math.toRadians(latitude))
                                    * Math.cos(Math.toRadians(other.latitude))
                                    * Math.pow(Math.sin(east), 2);
            return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
        }
    }

    /** Of a damaged recording what comes before the damage. */
    static Survey of(Path file, SourceId source, EntryId anyone) {
        long from = Long.MAX_VALUE;
        long until = Long.MIN_VALUE;
        long samples = 0;
        Place place = null;
        try (Recording recording = Recordings.open(file)) {
            Iterator<TelemetryBlock> blocks = recording.blocks(source, anyone, BLOCK_NANOS);
            while (blocks.hasNext()) {
                TelemetryBlock block = blocks.next();
                from = Math.min(from, block.firstNanos());
                until = Math.max(until, block.lastNanos());
                samples += block.sampleCount();
                place = place == null ? placeIn(block).orElse(null) : place;
            }
        } catch (Fault damaged) {
            // The feed meets it at the same row, and tells.
        }
        return new Survey(
                file.getFileName().toString(),
                from <= until ? Optional.of(new Span(from, until)) : Optional.empty(),
                samples,
                Optional.ofNullable(place));
    }

    private static Optional<Place> placeIn(TelemetryBlock block) {
        for (int group = 0; group < block.rows().size(); group++) {
            List<String> names =
                    block.layout().groups().get(group).channels().stream()
                            .map(ChannelSpec::name)
                            .toList();
            int latitude = names.indexOf(StandardChannels.LATITUDE);
            int longitude = names.indexOf(StandardChannels.LONGITUDE);
            Rows rows = block.rows().get(group);
            for (int row = 0; latitude >= 0 && longitude >= 0 && row < rows.size(); row++) {
                double north = rows.columns().get(latitude).valueAt(row);
                double east = rows.columns().get(longitude).valueAt(row);
                if (!Double.isNaN(north) && !Double.isNaN(east)) {
                    return Optional.of(new Place(north, east));
                }
            }
        }
        return Optional.empty();
    }
}
