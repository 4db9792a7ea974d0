package dev.vitalcore.gateway.rest;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.export.Export;
import dev.vitalcore.gateway.export.TextFormats;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import dev.vitalcore.platform.table.TableFormat;
import dev.vitalcore.platform.table.TableHeading;
import dev.vitalcore.telemetry.application.CatalogueEntry;
import dev.vitalcore.telemetry.application.SampleTable;
import dev.vitalcore.telemetry.application.SeriesQueries;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.timing.application.LapReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up everything that a question names, so that a refusal comes before the first byte. */
final class ExportPlan {
    /** A lap's end and the next one's start are one passing, though rounded each by itself. */
    private static final long SAME_PASSING = 10 * EpochNanos.PER_MILLI;

    /** A day at 1,000 Hz is a tenth of it. */
    private static final long MOST_EVEN_ROWS = 1_000_000_000;

    private final GatewayServices services;
    private final SessionLookup lookup;
    private final SessionSummary session;
    private final ExportQuestion question;

    /** Of which math channels stay as they are now, whoever changes them while the file is read. */
    private final SeriesQueries series;

    ExportPlan(
            GatewayServices services,
            SessionLookup lookup,
            SessionSummary session,
            ExportQuestion question) {
        this.services = services;
        this.lookup = lookup;
        this.session = session;
        this.question = question;
        this.series = services.telemetry().series().frozen();
    }

    /**
     * @throws Fault (user) when something that is named does not exist, or is too much to be read
     */
    Export export() {
        List<Export.CarTable> cars = entries().stream().map(this::table).toList();
        if (cars.isEmpty()) {
            throw Fault.user(
                    "nothing-kept",
                    "no samples are kept for the session '" + session.id() + "' yet",
                    "wait until its first samples are stored");
        }
        cars.forEach(car -> series.requireReadable(car.table()));
        return new Export(name(cars), format(), cars, series);
    }

    private String name(List<Export.CarTable> cars) {
        String name = session.id().value();
        if (cars.size() == 1) {
            name += "-" + cars.getFirst().table().entry().car();
        }
        return question.lap().isPresent() ? name + "-lap" + question.lap().getAsInt() : name;
    }

    private TableFormat format() {
        return switch (question.format()) {
            case CSV -> TextFormats.CSV;
            case MOTEC_CSV -> TextFormats.MOTEC_CSV;
            case PARQUET -> services.log().parquet();
        };
    }

    /** Those named, or those of the session of which there is something. */
    private List<CatalogueEntry> entries() {
        List<CatalogueEntry> all = services.telemetry().sessions().entries(session.id());
        if (question.cars().isEmpty()) {
            return all.stream().filter(entry -> !series.channels(entry.entry()).isEmpty()).toList();
        }
        Map<EntryId, CatalogueEntry> byId =
                all.stream().collect(Collectors.toMap(CatalogueEntry::entry, Function.identity()));
        return question.cars().stream()
                .map(car -> lookup.sampled(session, car))
                .map(id -> byId.getOrDefault(id, undeclared(id)))
                .toList();
    }

    /** The circuit is no entry, so nobody declared anything of it. */
    private static CatalogueEntry undeclared(EntryId id) {
        return new CatalogueEntry(id, Optional.empty(), Optional.empty());
    }

    private Export.CarTable table(CatalogueEntry entry) {
        List<KeptChannel> channels = channels(entry.entry());
        OptionalDouble hz = hz(entry.entry(), channels);
        TableHeading.Span span = span(entry.entry());
        TableHeading heading =
                new TableHeading(
                        new TableHeading.Subject(
                                entry.entry(),
                                session.title(),
                                session.track(),
                                entry.driver(),
                                entry.vehicle()),
                        span,
                        hz,
                        channels.stream().map(KeptChannel::spec).toList());
        requireBounded(span, hz);
        return new Export.CarTable(
                heading,
                new SampleTable(
                        entry.entry(),
                        channels,
                        span.fromNanos(),
                        span.toNanos(),
                        hz,
                        question.fill(),
                        format().wantsBlankRows()));
    }

    /** Where blank rows are left out, there are no more rows than the samples allow. */
    private void requireBounded(TableHeading.Span span, OptionalDouble hz) {
        double seconds = EpochNanos.toSeconds(span.toNanos() - span.fromNanos());
        double rows = seconds * hz.orElse(0);
        if (format().wantsBlankRows() && rows > MOST_EVEN_ROWS) {
            throw Fault.user(
                    "too-many-rows",
                    "%.0f s at %s rows a second are %.0f rows; a file of this format has at most %d"
                            .formatted(seconds, hz.orElse(0), rows, MOST_EVEN_ROWS),
                    "give from_s and to_s, a lap, or a lower hz");
        }
    }

    private List<KeptChannel> channels(EntryId entry) {
        if (question.channels().isEmpty()) {
            return new ExportChannels(entry, series.channels(entry)).all();
        }
        List<String> names = question.channels().get();
        return new ChannelReads(series)
                .of(
                        List.of(entry),
                        names,
                        () -> new ExportChannels(entry, series.described(entry, names)).named());
    }

    /** The rate asked for; a MoTeC file has always one, else that of the fastest channel. */
    private OptionalDouble hz(EntryId entry, List<KeptChannel> channels) {
        if (question.hz().isPresent() || question.format() != ExportQuestion.Format.MOTEC_CSV) {
            return question.hz();
        }
        OptionalLong shortest =
                channels.stream()
                        .mapToLong(KeptChannel::periodNanos)
                        .filter(period -> period > 0)
                        .min();
        if (shortest.isEmpty()) {
            throw Fault.user(
                    "parameter-missing",
                    "no channel of " + entry + " has a fixed rate, which format=motec-csv needs",
                    "add hz=… to the query, e.g. hz=20");
        }
        double fastest = (double) EpochNanos.PER_SECOND / shortest.getAsLong();
        return OptionalDouble.of(Math.min(fastest, ExportQuestion.HIGHEST_HZ));
    }

    private TableHeading.Span span(EntryId entry) {
        if (question.lap().isEmpty()) {
            return span(entry, TimeRange.of(session, question.fromS(), question.toS()));
        }
        LapReference reference = new LapReference(entry, question.lap().getAsInt());
        LapCompleted lap =
                services.timing()
                        .views()
                        .lap(reference)
                        .orElseThrow(() ->
                                Fault.user(
                                        "lap-unknown",
                                        "there is no " + reference,
                                        "see /api/v1/sessions/%s/entries/%s/laps"
                                                .formatted(entry.session(), entry.car())));
        return span(entry, TimeRange.of(session, lap.startNanos(), lap.durationNanos()));
    }

    private TableHeading.Span span(EntryId entry, TimeRange asked) {
        TimeRange range = asked.within(session);
        return new TableHeading.Span(
                session.startNanos(),
                range.beginNanos(),
                range.endNanos(),
                question.lap(),
                linePassings(entry, range.beginNanos(), range.endNanos()));
    }

    private List<Long> linePassings(EntryId entry, long from, long to) {
        List<Long> passings = new ArrayList<>();
        services.timing().views().laps(entry).stream()
                .flatMap(ExportPlan::linePassings)
                .filter(time -> time >= from && time <= to)
                .sorted()
                .forEach(time -> {
                    if (passings.isEmpty() || time - passings.getLast() > SAME_PASSING) {
                        passings.add(time);
                    }
                });
        return passings;
    }

    /** Out laps end at the line, in laps begin there. */
    private static Stream<Long> linePassings(LapCompleted lap) {
        long start = lap.startNanos();
        long end = start + lap.durationNanos();
        return switch (lap.kind()) {
            case OUT -> Stream.of(end);
            case FLYING -> Stream.of(start, end);
            case IN -> Stream.of(start);
            case PIT, PARTIAL -> Stream.empty();
        };
    }
}
