package dev.vitalcore.edge.input;

import java.util.ArrayList;
import java.util.List;

/** How a line of a table falls into fields. */
@FunctionalInterface
public interface Fields {
    /** The widest table that is read; a line with more fields is no telemetry. */
    int LIMIT = 4096;

    /** The fields of a line without quotes and surrounding blanks; at most {@link #LIMIT}. */
    List<String> split(String line);

    /** Fields between blanks or tabs. */
    static Fields blanks() {
        return line -> {
            List<String> fields = new ArrayList<>(64);
            int length = line.length();
            int at = 0;
            while (at < length && fields.size() < LIMIT) {
                while (at < length && line.charAt(at) <= ' ') {
                    at++;
                }
                int start = at;
                while (at < length && line.charAt(at) > ' ') {
                    at++;
                }
                if (at > start) {
                    fields.add(line.substring(start, at));
                }
            }
            return fields;
        };
    }

    /**
     * Comma-separated values (RFC 4180) with any separator: a field in double quotes may hold the
     * separator; a doubled quote stands for one. A quoted field ends with its line at the latest.
     */
    static Fields separatedBy(char separator) {
        return line -> {
            List<String> fields = new ArrayList<>(32);
            int at = 0;
            while (at <= line.length() && fields.size() < LIMIT) {
                int end = endOfField(line, at, separator);
                fields.add(unquoted(line.substring(at, end).strip()));
                at = end + 1;
            }
            return fields;
        };
    }

    /**
     * One field of a line, without the cost of the others; empty where the line has no such field.
     */
    static String fieldAt(String line, int index, char separator) {
        int at = 0;
        for (int i = 0; i < index; i++) {
            at = endOfField(line, at, separator) + 1;
            if (at > line.length()) {
                return "";
            }
        }
        return unquoted(line.substring(at, endOfField(line, at, separator)).strip());
    }

    private static int endOfField(String line, int from, char separator) {
        boolean quoted = false;
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                return at;
            }
        }
        return line.length();
    }

    private static String unquoted(String field) {
        if (field.length() < 2 || field.charAt(0) != '"' || !field.endsWith("\"")) {
            return field;
        }
        return field.substring(1, field.length() - 1).replace("\"\"", "\"");
    }
}
