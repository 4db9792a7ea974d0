package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.ChannelDictionary;
import dev.vitalcore.edge.channel.OriginalChannel;
import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.edge.input.RecordingFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Any table with a header row that names a time column and at least one quantity of a car ({@code
 * docs/generic-csv.md}).
 */
public final class GenericCsvFormat implements RecordingFormat {
    private static final String NAME = "generic-csv";

    /** Of the head, what is looked at to recognise a table; its last line may be cut off. */
    private static final int ROWS_LOOKED_AT = 20;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(RecordingFile file) {
        List<String> head =
                new String(file.head(), StandardCharsets.UTF_8)
                        .replace("\uFEFF", "")
                        .lines()
                        .toList();
        Optional<CsvHeader> header = CsvHeader.find(head);
        return header.isPresent()
                && header.get().cells().stream()
                        .anyMatch(cell -> ChannelDictionary.isMeasured(cell.name()))
                && rowsFollow(header.get(), head);
    }

    private static boolean rowsFollow(CsvHeader header, List<String> head) {
        CsvClock clock = header.clock();
        return head.stream()
                .skip(header.line())
                .limit(ROWS_LOOKED_AT)
                .map(header.fields()::split)
                .anyMatch(row ->
                        row.size() == header.cells().size()
                                && clock.nanos(row) != RowClock.UNREADABLE);
    }

    @Override
    public Recording open(RecordingFile file) {
        return TextTable.opening(file, GenericCsvFormat::open);
    }

    private static Recording open(LineReader lines) {
        CsvHeader header =
                CsvHeader.find(lines.peek(CsvHeader.SEARCHED_LINES))
                        .orElseThrow(() -> lines.file().damaged("it has no header row"));
        while (lines.number() < header.line()) {
            lines.next();
        }
        LookAhead ahead = LookAhead.at(lines, header.fields());
        Warnings warnings = new Warnings();
        List<TableColumn> columns = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            HeaderCell cell = header.cells().get(i);
            if (i == header.time() || header.repeatsTheTime(i)) {
                continue;
            }
            if (ahead.numeric(i) || ahead.blank(i)) {
                columns.add(TableColumn.of(i, OriginalChannel.of(cell.name(), cell.unit())));
            } else {
                texts.add(cell.name());
            }
        }
        if (!texts.isEmpty()) {
            warnings.state("columns that hold text passed over: " + String.join(", ", texts));
        }
        TextTable table =
                new TextTable(
                        lines,
                        header.fields(),
                        ahead,
                        Math.min(header.cells().size(), ahead.width()),
                        columns,
                        header::clock);
        return table.open(declaration(lines.file()), lines.file().stem(), warnings);
    }

    private static SourceDeclaration declaration(RecordingFile file) {
        return new SourceDeclaration(
                NAME,
                file.stem(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
