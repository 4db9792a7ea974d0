package dev.vitalcore.platform.sql;

/** Where the SQL of the engines differs in what we use of it. */
public enum SqlDialect {
    SQLITE("INTEGER", "BLOB", "TEXT"),
    /**
     * Text is compared byte by byte, as SQLite and Java do it, not by the language of the server.
     */
    POSTGRESQL("BIGINT", "BYTEA", "TEXT COLLATE \"C\"");

    private final String integer;
    private final String bytes;
    private final String text;

    SqlDialect(String integer, String bytes, String text) {
        this.integer = integer;
        this.bytes = bytes;
        this.text = text;
    }

    /**
     * A script in the words of the engine: {@code {integer}} is a column of 64 bits (as a primary
     * key of SQLite, the row's own number), {@code {bytes}} one of bytes, {@code {text}} one of
     * text.
     */
    public String script(String template) {
        return template.replace("{integer}", integer)
                .replace("{bytes}", bytes)
                .replace("{text}", text);
    }
}
