package dev.vitalcore.edge.input;

import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) for small files that users write: objects become maps, arrays lists, numbers
 * {@code Double}, {@code null} Java's null.
 */
public final class Json {
    private static final int DEPTH_LIMIT = 32;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** The text is no JSON, or not of the expected form; the message says where and what. */
    public static final class Malformed extends Exception {
        @Serial private static final long serialVersionUID = 1L;

        public Malformed(String message) {
            super(message);
        }
    }

    public static @Nullable Object parse(String text) throws Malformed {
        Json json = new Json(text.startsWith("\uFEFF") ? text.substring(1) : text);
        Object value = json.value();
        json.blanks();
        if (json.at < json.text.length()) {
            throw json.expected("the end");
        }
        return value;
    }

    /** Casts to an object. */
    @SuppressWarnings("unchecked") // The parser makes maps with text keys only.
    public static Map<String, @Nullable Object> object(@Nullable Object value, String what)
            throws Malformed {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new Malformed(what + " must be an object");
    }

    public static List<?> array(@Nullable Object value, String what) throws Malformed {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new Malformed(what + " must be an array");
    }

    public static String text(@Nullable Object value, String what) throws Malformed {
        if (value instanceof String string) {
            return string;
        }
        throw new Malformed(what + " must be a text");
    }

    public static double number(@Nullable Object value, String what) throws Malformed {
        if (value instanceof Double number) {
            return number;
        }
        throw new Malformed(what + " must be a number");
    }

    private @Nullable Object value() throws Malformed {
        blanks();
        if (at == text.length()) {
            throw expected("a value");
        }
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() throws Malformed {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        enter();
        if (!follows('}')) {
            do {
                blanks();
                String key = string();
                require(':');
                if (object.containsKey(key)) {
                    throw new Malformed("the key '" + key + "' occurs twice");
                }
                object.put(key, value());
            } while (follows(','));
            require('}');
        }
        depth--;
        return object;
    }

    private List<@Nullable Object> array() throws Malformed {
        List<@Nullable Object> array = new ArrayList<>();
        enter();
        if (!follows(']')) {
            do {
                array.add(value());
            } while (follows(','));
            require(']');
        }
        depth--;
        return array;
    }

    private void enter() throws Malformed {
        at++;
        if (++depth > DEPTH_LIMIT) {
            throw new Malformed("it is nested deeper than " + DEPTH_LIMIT);
        }
    }

    private String string() throws Malformed {
        require('"');
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw expected("no control character");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        require('"');
        return string.toString();
    }

    private char escaped() throws Malformed {
        if (at == text.length()) {
            throw expected("an escape");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw expected("an escape");
        };
    }

    private char unicode() throws Malformed {
        int end = at + 4;
        if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]{4}")) {
            throw expected("four hexadecimal digits");
        }
        char c = (char) Integer.parseInt(text.substring(at, end), 16);
        at = end;
        return c;
    }

    private Double number() throws Malformed {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(start, at);
        if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            at = start;
            throw expected("a value");
        }
        return Double.valueOf(number);
    }

    private @Nullable Object word(String word, @Nullable Object value) throws Malformed {
        if (!text.startsWith(word, at)) {
            throw expected("a value");
        }
        at += word.length();
        return value;
    }

    private boolean follows(char c) {
        blanks();
        boolean follows = at < text.length() && text.charAt(at) == c;
        at += follows ? 1 : 0;
        return follows;
    }

    private void require(char c) throws Malformed {
        if (!follows(c)) {
            throw expected("'" + c + "'");
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Malformed expected(String what) {
        long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new Malformed("line " + line + ": expected " + what + ", found " + found);
    }
}
