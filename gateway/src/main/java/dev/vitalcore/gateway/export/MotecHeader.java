package dev.vitalcore.gateway.export;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.table.TableHeading;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first lines of a file as MoTeC i2 exports it; its dates and times are in UTC here. */
record MotecHeader(TableHeading heading) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    void write(CsvLine out) throws IOException {
        TableHeading.Subject subject = heading.subject();
        TableHeading.Span span = heading.span();
        Instant begin = EpochNanos.toInstant(span.fromNanos());
        String start = CsvLine.secondsText(span.fromNanos() - span.originNanos());
        long duration = MotecCsvFormat.durationNanos(span);
        String end = CsvLine.secondsText(span.fromNanos() - span.originNanos() + duration);
        pair(out, fact("Format", "MoTeC CSV File"), fact("Workbook", ""));
        pair(out, fact("Venue", subject.track()), fact("Worksheet", ""));
        pair(
                out,
                fact("Vehicle", subject.vehicle()),
                fact("Vehicle Desc", Optional.of(carOf(subject))));
        pair(out, fact("Driver", subject.driver()), fact("Engine ID", ""));
        single(out, fact("Device", "VitalCORE"));
        pair(out, fact("Comment", ""), fact("Session", Optional.of(subject.title())));
        pair(out, fact("Log Date", DATE.format(begin)), fact("Origin Time", "0.000", "s"));
        pair(out, fact("Log Time", CLOCK.format(begin)), fact("Start Time", start, "s"));
        pair(out, fact("Sample Rate", rate(), "Hz"), fact("End Time", end, "s"));
        pair(out, fact("Duration", CsvLine.secondsText(duration), "s"), fact("Start Distance", ""));
        pair(out, fact("Range", range(start, end)), fact("End Distance", ""));
        single(out, fact("Beacon Markers", beacons()));
    }

    private static String carOf(TableHeading.Subject subject) {
        return subject.entry().car();
    }

    private String rate() {
        return String.format(Locale.ROOT, "%.3f", heading.rateHz().orElse(0));
    }

    private String range(String start, String end) {
        return heading.span().lap().isPresent()
                ? "Lap " + heading.span().lap().getAsInt()
                : start + " - " + end + " s";
    }

    /** When the line was passed, in seconds since the table begins. */
    private String beacons() {
        return heading.span().lineNanos().stream()
                .map(time -> CsvLine.secondsText(time - heading.span().fromNanos()))
                .collect(Collectors.joining(" "));
    }

    private record Fact(String name, String value, String unit) {}

    private static Fact fact(String name, String value) {
        return new Fact(name, value, "");
    }

    private static Fact fact(String name, Optional<String> value) {
        return new Fact(name, CsvLine.noFormula(value.orElse("")), "");
    }

    private static Fact fact(String name, String value, String unit) {
        return new Fact(name, value, unit);
    }

    /** The second fact stands in the fifth column. */
    private static void pair(CsvLine out, Fact left, Fact right) throws IOException {
        put(out, left);
        if (left.unit().isEmpty()) {
            out.raw("");
        }
        out.raw("");
        put(out, right);
        out.end();
    }

    private static void single(CsvLine out, Fact fact) throws IOException {
        put(out, fact);
        out.end();
    }

    private static void put(CsvLine out, Fact fact) {
        out.quoted(fact.name()).quoted(oneLine(fact.value()));
        if (!fact.unit().isEmpty()) {
            out.quoted(fact.unit());
        }
    }

    /** Readers of the block go by lines. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
