package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.block.OrderedRows;
import dev.vitalcore.edge.block.RowSource;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.ChannelDictionary;
import dev.vitalcore.edge.channel.MappedChannel;
import dev.vitalcore.edge.channel.OriginalChannel;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.edge.input.RecordingFile;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a text format knows of its table once it has read the header; from here on all text formats
 * are read alike.
 *
 * @param lines standing before the first row; owned by the recording from now on
 * @param width fields that a whole row has
 * @param clock gives a fresh clock: the look-ahead must not disturb the reading
 */
record TextTable(
        LineReader lines,
        Fields fields,
        LookAhead ahead,
        int width,
        List<TableColumn> columns,
        Supplier<RowClock> clock) {

    /** Opens the lines of a file; they are closed where that fails. */
    static Recording opening(RecordingFile file, Function<LineReader, Recording> reading) {
        LineReader lines = file.lines();
        try {
            return reading.apply(lines);
        } catch (RuntimeException problem) {
            lines.close();
            throw problem;
        }
    }

    /** Opens a table whose rows are in the order of time, as recordings are. */
    Recording open(SourceDeclaration declaration, String car, Warnings warnings) {
        return open(
                declaration,
                car,
                warnings,
                channels -> new Reading(textRows(lines, channels, warnings), lines::close));
    }

    /** Opens a table whose segments have to be put in the order of time. */
    Recording openInOrder(
            List<Segment> segments, SourceDeclaration declaration, String car, Warnings warnings) {
        if (segments.size() == 1) {
            return open(declaration, car, warnings);
        }
        warnings.state(segments.size() + " stretches of the export merged into the order of time");
        return open(
                declaration,
                car,
                warnings,
                channels -> {
                    MergedRows rows =
                            new MergedRows(
                                    lines.file(),
                                    segments,
                                    from -> textRows(from, channels, warnings));
                    lines.close();
                    return new Reading(rows, rows::close);
                });
    }

    /** Rows and how what they are read from is closed. */
    private record Reading(RowSource rows, BlockRecording.Content content) {}

    private TextRows textRows(LineReader from, List<MappedChannel> channels, Warnings warnings) {
        return new TextRows(from, fields, clock.get(), width, columns, channels, warnings);
    }

    private Recording open(
            SourceDeclaration declaration,
            String car,
            Warnings warnings,
            Function<List<MappedChannel>, Reading> reading) {
        if (ahead.rows().isEmpty()) {
            throw lines.file().empty("it has a header but no rows");
        }
        if (columns.isEmpty()) {
            throw lines.file().damaged("the table has no channel beside the time");
        }
        List<OriginalChannel> originals = columns.stream().map(this::original).toList();
        List<MappedChannel> channels = ChannelDictionary.map(originals);
        stateAssumptions(ChannelDictionary.assumedUnits(originals, channels), warnings);
        RateGroup group =
                new RateGroup(
                        channels.stream().map(MappedChannel::spec).toList(),
                        ahead.periodNanos(clock.get(), width));
        Reading opened = reading.apply(channels);
        return new BlockRecording(
                lines.file(),
                declaration,
                car,
                new Layout(List.of(group)),
                List.of(new OrderedRows(opened.rows(), group.periodNanos(), warnings)),
                opened.content(),
                warnings);
    }

    private OriginalChannel original(TableColumn column) {
        return column.channel().withManyDigits(ahead.manyDigits(column.index()));
    }

    private static void stateAssumptions(List<ChannelSpec> assumed, Warnings warnings) {
        if (!assumed.isEmpty()) {
            warnings.state(
                    assumed.stream()
                            .map(spec -> spec.originalName() + " as " + spec.unit().symbol())
                            .collect(
                                    Collectors.joining(
                                            ", ",
                                            "channels without a stated unit are taken: ",
                                            "")));
        }
    }
}
