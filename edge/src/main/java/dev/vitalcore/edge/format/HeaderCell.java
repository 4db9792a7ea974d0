package dev.vitalcore.edge.format;

/** A cell of a header row: {@code name}, {@code name (unit)} or {@code name [unit]}. */
record HeaderCell(String name, String unit) {
    static HeaderCell of(String cell) {
        String text = cell.strip();
        char close = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        char open = close == ')' ? '(' : close == ']' ? '[' : ' ';
        int at = open == ' ' ? -1 : text.lastIndexOf(open);
        if (at <= 0) {
            return new HeaderCell(text, "");
        }
        return new HeaderCell(
                text.substring(0, at).strip(), text.substring(at + 1, text.length() - 1).strip());
    }
}
