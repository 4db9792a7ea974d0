package dev.vitalcore.gateway.export;

import dev.vitalcore.kernel.EpochNanos;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Comma-separated lines as RFC 4180 wants them, gathered into larger pieces before they go out as
 * UTF-8. Used by one thread.
 */
final class CsvLine {
    private static final int PIECE = 32 * 1024;
    private static final int LEAST_DECIMALS = 3;
    private static final int DECIMALS = 9;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(PIECE + 1024);
    private boolean begun;

    CsvLine(OutputStream out) {
        this.out = out;
    }

    /** In quotes where it must be. */
    CsvLine field(String value) {
        return needsQuotes(value) ? quoted(value) : raw(value);
    }

    CsvLine quoted(String value) {
        return raw("\"" + value.replace("\"", "\"\"") + "\"");
    }

    /**
     * The text of somebody else, which programs for tables would take for a formula (a link, a
     * command) where it begins like one.
     */
    static String noFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Blank where it is NaN. */
    CsvLine number(double value, boolean single) {
        separate();
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            text.append((long) value);
        } else if (Double.isFinite(value)) {
            append(value, single || (double) (float) value == value);
        }
        return this;
    }

    /** With its three decimals, and more where it has them. */
    CsvLine seconds(long nanos) {
        separate();
        appendSeconds(text, nanos);
        return this;
    }

    CsvLine raw(String value) {
        separate();
        text.append(value);
        return this;
    }

    void end() throws IOException {
        text.append("\r\n");
        begun = false;
        if (text.length() >= PIECE) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    static String secondsText(long nanos) {
        StringBuilder text = new StringBuilder();
        appendSeconds(text, nanos);
        return text.toString();
    }

    private void separate() {
        if (begun) {
            text.append(',');
        }
        begun = true;
    }

    private void append(double value, boolean single) {
        // What a float holds is written as one: 3.4, not 3.4000000953674316.
        if (single) {
            text.append((float) value);
        } else {
            text.append(value);
        }
    }

    private static void appendSeconds(StringBuilder text, long nanos) {
        if (nanos < 0) {
            text.append('-');
        }
        long size = Math.abs(nanos);
        text.append(size / EpochNanos.PER_SECOND).append('.');
        long fraction = size % EpochNanos.PER_SECOND;
        long weight = EpochNanos.PER_SECOND / 10;
        for (int digit = 0; digit < DECIMALS && (digit < LEAST_DECIMALS || fraction > 0); digit++) {
            text.append((char) ('0' + fraction / weight));
            fraction %= weight;
            weight /= 10;
        }
    }

    private static boolean needsQuotes(String value) {
        return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !value.equals(value.strip());
    }
}
