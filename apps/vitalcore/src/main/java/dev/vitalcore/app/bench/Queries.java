package dev.vitalcore.app.bench;

import dev.vitalcore.app.bench.QueryReport.Times;
import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.kernel.SessionId;
import java.util.Random;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * What an engineer's browser asks for, one request after the other: laps, cars and channels in
 * turn, so that no answer is the one before.
 */
final class Queries {
    static final int CARS = 4;
    static final int POINTS = 1_000;

    /** Three laps and the pieces before and after them. */
    static final int DRIVEN_S = 132;

    private static final int LAPS = 3;
    private static final int REQUESTS = 200;
    private static final long HIGHEST_MICROS = 60_000_000L;

    private final PlatformClient client;
    private final SessionId session;
    private final LoadSettings settings;
    private final Random random = new Random(1);

    Queries(PlatformClient client, SessionId session, LoadSettings settings) {
        this.client = client;
        this.session = session;
        this.settings = settings;
    }

    QueryReport run() {
        return new QueryReport(
                times(() -> series("time")), times(() -> series("distance")), times(this::overlay));
    }

    private Times times(Supplier<String> request) {
        Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        double first = micros(request.get()) / 1e3;
        for (int asked = 0; asked < REQUESTS; asked++) {
            micros.recordValue(Math.min(HIGHEST_MICROS, micros(request.get())));
        }
        return new Times(
                REQUESTS,
                first,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getMaxValue() / 1e3);
    }

    private long micros(String path) {
        long began = System.nanoTime();
        client.get(path);
        return (System.nanoTime() - began) / 1_000;
    }

    private String series(String by) {
        return "/api/v1/sessions/%s/entries/%d/series?channels=%s&lap=%d&by=%s&points=%d"
                .formatted(session, car(), channel(), lap(), by, POINTS);
    }

    private String overlay() {
        return "/api/v1/overlay?reference=%s/%d/%d&other=%s/%d/%d&channels=%s&points=%d"
                .formatted(session, car(), lap(), session, car(), lap(), channel(), POINTS);
    }

    private int car() {
        return 1 + random.nextInt(CARS);
    }

    /** Lap 1 is the piece before the first passing. */
    private int lap() {
        return 2 + random.nextInt(LAPS);
    }

    private String channel() {
        int channel = 2 + random.nextInt(settings.channels() - 2);
        return channel == 2 ? "speed" : "load_" + channel;
    }
}
