package dev.vitalcore.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Tells how much of a file is there, whose size nobody knows before. Used by one thread. */
final class ByteProgress implements LongConsumer, AutoCloseable {
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;

    private final Progress.Reader reader;
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final long began;
    private long told;
    private int width;

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    ByteProgress(Progress.Reader reader, PrintWriter out, LongSupplier nanoTime) {
        this.reader = reader;
        this.out = out;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
        told = began;
    }

    /**
     * @param bytes there so far
     */
    @Override
    public void accept(long bytes) {
        long now = nanoTime.getAsLong();
        if (!reader.isDue(now - told)) {
            return;
        }
        told = now;
        String text =
                String.format(
                        Locale.ROOT,
                        "exporting: %s after %d s",
                        size(bytes),
                        Duration.ofNanos(now - began).toSeconds());
        if (reader == Progress.Reader.TERMINAL) {
            wipe();
            out.print(text);
            width = text.length();
        } else {
            out.println(text);
        }
        out.flush();
    }

    static String size(long bytes) {
        return bytes < MEGA
                ? String.format(Locale.ROOT, "%.1f kB", bytes / KILO)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / MEGA);
    }

    @Override
    public void close() {
        wipe();
        out.flush();
    }

    private void wipe() {
        if (width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }
}
