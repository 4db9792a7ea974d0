package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many samples a second each source sends, over the last seconds of recorded time. In memory
 * only: after a restart rates begin at 0. One thread records, any thread asks.
 */
public final class SourceRates {
    private static final int WINDOW_SECONDS = 5;

    private final Map<SourceId, Window> windows = new ConcurrentHashMap<>();

    void record(SourceId source, long recordedNanos, long samples) {
        windows.computeIfAbsent(source, any -> new Window())
                .add(recordedNanos / EpochNanos.PER_SECOND, samples);
    }

    double samplesPerSecond(SourceId source, long nowNanos) {
        Window window = windows.get(source);
        return window == null ? 0 : window.perSecond(nowNanos / EpochNanos.PER_SECOND);
    }

    /** Counts of whole seconds, in a ring that also holds the second under way. */
    private static final class Window {
        private final long[] seconds = new long[WINDOW_SECONDS + 1];
        private final long[] samples = new long[WINDOW_SECONDS + 1];

        synchronized void add(long second, long count) {
            int slot = Math.floorMod(second, seconds.length);
            if (seconds[slot] != second) {
                seconds[slot] = second;
                samples[slot] = 0;
            }
            samples[slot] += count;
        }

        /** The second under way is left out: it is not complete. */
        synchronized double perSecond(long now) {
            long sum = 0;
            for (int slot = 0; slot < seconds.length; slot++) {
                if (seconds[slot] < now && seconds[slot] >= now - WINDOW_SECONDS) {
                    sum += samples[slot];
                }
            }
            return (double) sum / WINDOW_SECONDS;
        }
    }
}
