package dev.vitalcore.app.command;

import dev.vitalcore.app.Count;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Tells how far a feed is, on a terminal with a bar. Used by one thread; {@link #say} may be called
 * by any.
 */
final class Progress implements LongConsumer, AutoCloseable {
    /** Who reads it. */
    enum Reader {
        /** One line that is written over and over. */
        TERMINAL(Duration.ofMillis(500)),
        /** A file or another program: a line of its own now and then. */
        FILE(Duration.ofSeconds(10)),
        NOBODY(Duration.ZERO);

        private final long everyNanos;

        Reader(Duration every) {
            everyNanos = every.toNanos();
        }

        /** Who reads the error output, unless it is to be quiet. */
        static Reader unless(boolean quiet) {
            if (quiet) {
                return NOBODY;
            }
            return Terminal.hasErrors() ? TERMINAL : FILE;
        }

        /**
         * @param sinceNanos since something was told
         */
        boolean isDue(long sinceNanos) {
            return this != NOBODY && sinceNanos >= everyNanos;
        }
    }

    private static final int BAR = 24;

    private final Reader reader;
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final long began;
    private long total;
    private long told;
    private int width;

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    Progress(Reader reader, PrintWriter out, LongSupplier nanoTime) {
        this.reader = reader;
        this.out = out;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
        told = began;
    }

    /** There are so many samples in all. */
    synchronized void total(long samples) {
        total = samples;
    }

    /**
     * @param samples fed so far
     */
    @Override
    public synchronized void accept(long samples) {
        long now = nanoTime.getAsLong();
        if (!reader.isDue(now - told)) {
            return;
        }
        told = now;
        double share = total > 0 ? Math.min(1, (double) samples / total) : 0;
        String bar = reader == Reader.TERMINAL ? bar(share) : "";
        String text =
                "feeding: %s%.0f %%, %s after %d s"
                        .formatted(
                                bar,
                                Math.floor(100 * share),
                                Count.of(samples, "sample"),
                                Duration.ofNanos(now - began).toSeconds());
        if (reader == Reader.TERMINAL) {
            wipe();
            out.print(text);
            width = text.length();
            out.flush();
        } else {
            out.println(text);
        }
    }

    private static String bar(double share) {
        int full = (int) (BAR * share);
        return "[" + "=".repeat(full) + " ".repeat(BAR - full) + "] ";
    }

    /** Prints a line of its own. */
    synchronized void say(String text) {
        if (reader == Reader.TERMINAL) {
            out.println();
            width = 0;
        }
        out.println(text);
        out.flush();
    }

    @Override
    public synchronized void close() {
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
