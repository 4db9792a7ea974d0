package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.OriginalChannel;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.edge.input.RecordingFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Traqmate TrackVision CSV: lines {@code key,value}, then a table with the elapsed time in seconds
 * and units in the header. The start is local time; the file does not say which, so it is taken as
 * UTC.
 */
public final class TraqmateFormat implements RecordingFormat {
    private static final String NAME = "traqmate-csv";
    private static final String TIME = "Elapsed Time";
    private static final int HEADER_LINES = 100;

    /** A year; no recording is longer, and the sum with the start cannot overflow. */
    private static final long LONGEST = 31_536_000_000_000_000L;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(RecordingFile file) {
        String head = file.headText();
        return head.substring(0, Math.min(head.length(), 100)).contains("Format,Traqmate");
    }

    @Override
    public Recording open(RecordingFile file) {
        return TextTable.opening(file, TraqmateFormat::open);
    }

    private static Recording open(LineReader lines) {
        Metadata metadata = new Metadata();
        Fields fields = Fields.separatedBy(',');
        List<HeaderCell> header = header(lines, fields, metadata);
        List<TableColumn> columns = new ArrayList<>();
        int time = -1;
        for (int i = 0; i < header.size(); i++) {
            HeaderCell cell = header.get(i);
            if (cell.name().equals(TIME)) {
                time = i;
            } else {
                columns.add(TableColumn.of(i, OriginalChannel.of(cell.name(), cell.unit())));
            }
        }
        int elapsed = time;
        long start = start(metadata);
        TextTable table =
                new TextTable(
                        lines,
                        fields,
                        LookAhead.at(lines, fields),
                        header.size(),
                        columns,
                        () -> row -> after(start, Times.seconds(row.get(elapsed))));
        String car = metadata.get("Vehicle").orElse(lines.file().stem());
        return table.open(declaration(lines.file(), metadata), car, new Warnings());
    }

    private static List<HeaderCell> header(LineReader lines, Fields fields, Metadata metadata) {
        for (String line = lines.next(); line != null; line = lines.next()) {
            List<HeaderCell> cells = fields.split(line).stream().map(HeaderCell::of).toList();
            if (!cells.isEmpty() && cells.getFirst().name().equals(TIME)) {
                return cells;
            }
            if (lines.number() > HEADER_LINES) {
                break;
            }
            metadata.add(line);
        }
        throw lines.file().damaged("no header row with '" + TIME + "'; the file ends before it");
    }

    /** Nanoseconds since the epoch; 1970-01-01 where the date cannot be read. */
    private static long start(Metadata metadata) {
        String date = metadata.get("Starting Date").orElse("").replace('/', '-');
        String time = metadata.get("Starting Time").orElse("");
        long day = Times.iso(date + "T00:00");
        long timeOfDay = Times.clock(time.replaceFirst(":0(\\d\\d)$", ":$1"));
        if (day == RowClock.UNREADABLE) {
            return 0;
        }
        return timeOfDay == RowClock.UNREADABLE ? day : day + timeOfDay;
    }

    private static long after(long start, long elapsed) {
        boolean usable = elapsed > -LONGEST && elapsed < LONGEST;
        return usable ? start + elapsed : RowClock.UNREADABLE;
    }

    private static SourceDeclaration declaration(RecordingFile file, Metadata metadata) {
        return new SourceDeclaration(
                NAME,
                file.stem(),
                metadata.get("Track"),
                metadata.get("Vehicle"),
                metadata.get("Driver"),
                List.of(),
                List.of());
    }
}
