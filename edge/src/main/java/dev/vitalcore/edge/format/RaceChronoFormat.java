package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.OriginalChannel;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * RaceChrono CSV, format 3: lines {@code key,value}, then three header rows (names, units, sources
 * such as {@code 100: gps}) and rows that merge all sources, each with the time in UTC as seconds
 * since 1970.
 */
public final class RaceChronoFormat implements RecordingFormat {
    private static final String NAME = "racechrono-csv";
    private static final String TIME = "timestamp";
    private static final String VERSION = "3";
    private static final int HEADER_LINES = 100;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(RecordingFile file) {
        String head = file.headText();
        return head.substring(0, Math.min(head.length(), 200)).contains("created using RaceChrono");
    }

    @Override
    public Recording open(RecordingFile file) {
        return TextTable.opening(file, RaceChronoFormat::open);
    }

    private static Recording open(LineReader lines) {
        Metadata metadata = new Metadata();
        Fields fields = Fields.separatedBy(',');
        List<String> names = header(lines, fields, metadata);
        requireVersion(lines.file(), metadata);
        List<String> units = row(lines, fields);
        List<String> sources = row(lines, fields);
        int time = names.indexOf(TIME);
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (i != time) {
                columns.add(TableColumn.of(i, channel(i, names, units, sources)));
            }
        }
        TextTable table =
                new TextTable(
                        lines,
                        fields,
                        LookAhead.at(lines, fields),
                        names.size(),
                        columns,
                        () -> row -> Times.seconds(row.get(time)));
        return table.open(declaration(lines.file(), metadata), lines.file().stem(), new Warnings());
    }

    private static List<String> header(LineReader lines, Fields fields, Metadata metadata) {
        for (String line = lines.next(); line != null; line = lines.next()) {
            List<String> cells = fields.split(line);
            if (cells.contains(TIME)) {
                return cells;
            }
            if (lines.number() > HEADER_LINES) {
                break;
            }
            metadata.add(line);
        }
        requireVersion(lines.file(), metadata);
        throw lines.file().damaged("no header row with '" + TIME + "'; the file ends before it");
    }

    private static void requireVersion(RecordingFile file, Metadata metadata) {
        Optional<String> version = metadata.get("Format");
        if (version.isPresent() && !version.get().equals(VERSION)) {
            throw Fault.user(
                    "recording-unknown-format",
                    file.path() + " is RaceChrono CSV of format " + version.get(),
                    "export it again as CSV v3");
        }
    }

    private static List<String> row(LineReader lines, Fields fields) {
        String line = lines.next();
        if (line == null) {
            throw lines.file().damaged("the header rows are incomplete");
        }
        return fields.split(line);
    }

    private static OriginalChannel channel(
            int index, List<String> names, List<String> units, List<String> sources) {
        String source = index < sources.size() ? sources.get(index) : "";
        return OriginalChannel.of(names.get(index), index < units.size() ? units.get(index) : "")
                .qualified(source.replaceFirst("^\\d+:\\s*", ""));
    }

    private static SourceDeclaration declaration(RecordingFile file, Metadata metadata) {
        return new SourceDeclaration(
                NAME,
                metadata.get("Session title").orElse(file.stem()),
                metadata.get("Track name"),
                Optional.empty(),
                metadata.get("Driver name"),
                List.of(),
                List.of());
    }
}
