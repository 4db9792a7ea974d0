package dev.vitalcore.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rows for a human or a spreadsheet. Cells that read as numbers stand to the right. */
final class Table {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9:.,]*|–|");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
    }

    void row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + header.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    void printAligned(PrintWriter out) {
        int[] widths = new int[header.size()];
        boolean[] right = new boolean[header.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = header.get(column).length();
            right[column] = !rows.isEmpty();
            for (List<String> row : rows) {
                String cell = row.get(column);
                widths[column] = Math.max(widths[column], cell.length());
                right[column] &= NUMBER.matcher(cell).matches();
            }
        }
        printLine(out, header, widths, right);
        rows.forEach(row -> printLine(out, row, widths, right));
    }

    void printCsv(PrintWriter out) {
        out.println(String.join(",", header));
        for (List<String> row : rows) {
            out.println(String.join(",", row.stream().map(Table::quoted).toList()));
        }
    }

    private static void printLine(
            PrintWriter out, List<String> cells, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : "  ");
            line.append(right[column] ? padding + cell : cell + padding);
        }
        out.println(line.toString().stripTrailing());
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
