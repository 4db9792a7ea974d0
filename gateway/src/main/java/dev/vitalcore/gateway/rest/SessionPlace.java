package dev.vitalcore.gateway.rest;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.http.ReadMemory;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.telemetry.application.SeriesQueries;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.telemetry.domain.Place;
import dev.vitalcore.timing.application.TimingViews;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out where on the Earth a session is, to a few kilometres. */
final class SessionPlace {
    private static final List<String> POSITION = List.of("latitude", "longitude");
    private static final long LOOKED_AT = 60 * EpochNanos.PER_SECOND;
    private static final int CARS_LOOKED_AT = 5;
    private static final int POINTS = 4;

    private final TimingViews timing;
    private final SeriesQueries series;
    private final SessionCatalogue sessions;
    private final ReadMemory memory;

    SessionPlace(GatewayServices services, ReadMemory memory) {
        this.memory = memory;
        this.timing = services.timing().views();
        this.series = services.telemetry().series();
        this.sessions = services.telemetry().sessions();
    }

    /**
     * By any gate of any car, else by where one of the first cars was in the first minute.
     *
     * @throws Fault (conflict) when neither tells
     */
    Place of(SessionSummary session) {
        return find(session)
                .orElseThrow(() ->
                        Fault.conflict(
                                "place-not-known",
                                "no car of the session '" + session.id() + "' tells where it is",
                                "add latitude=…&longitude=… to the query"));
    }

    /** The same; empty when neither tells. */
    Optional<Place> find(SessionSummary session) {
        return byGate(session).or(() -> byPosition(session));
    }

    private Optional<Place> byGate(SessionSummary session) {
        return timing.summaries(session.id()).stream()
                .flatMap(entry -> timing.track(entry.entry()).stream())
                .flatMap(track -> track.gates().stream())
                .findFirst()
                .map(SessionPlace::place);
    }

    private static Place place(DeclaredGate gate) {
        return switch (gate.geometry()) {
            case DeclaredGate.Point point -> new Place(point.latitude(), point.longitude());
            case DeclaredGate.Line line -> new Place(line.latitude1(), line.longitude1());
        };
    }

    private Optional<Place> byPosition(SessionSummary session) {
        long from = session.startNanos();
        return sessions.entries(session.id()).stream()
                .limit(CARS_LOOKED_AT)
                .flatMap(entry -> position(entry.entry(), from).stream())
                .findFirst();
    }

    private Optional<Place> position(EntryId entry, long from) {
        Set<String> kept =
                series.channels(entry).stream()
                        .map(channel -> channel.spec().name())
                        .collect(Collectors.toSet());
        if (!kept.containsAll(POSITION)) {
            return Optional.empty();
        }
        List<Series> found =
                memory.reading(
                        () -> series.byTime(entry, POSITION, from, from + LOOKED_AT, POINTS));
        double[] latitudes = found.get(0).values();
        double[] longitudes = found.get(1).values();
        return latitudes.length == 0
                        || longitudes.length == 0
                        || Math.abs(latitudes[0]) > 90
                        || Math.abs(longitudes[0]) > 180
                ? Optional.empty()
                : Optional.of(new Place(latitudes[0], longitudes[0]));
    }
}
