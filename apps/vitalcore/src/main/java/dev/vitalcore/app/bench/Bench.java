package dev.vitalcore.app.bench;

import dev.vitalcore.app.Count;
import dev.vitalcore.app.Platform;
import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.app.feed.PlatformClient.Receipt;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * Measures the whole way of the data in this process: blocks over HTTP, ingest, Kafka, Flink, the
 * store, and a live client. Nothing is switched off and all of it is durable as in daily use.
 */
public final class Bench {
    private static final double CLIENT_SETTLED_S = 2;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(2);
    private static final Duration PROBE = Duration.ofSeconds(8);
    private static final double FIRST_RATE_HZ = 100;
    private static final double GROWTH = 1.4;
    private static final double STEP_BACK = 1.2;
    private static final double LOWEST_RATE_HZ = 20;
    private static final int MOST_PROBES = 10;

    private final Platform platform;
    private final Consumer<String> progress;
    private final long bytesBefore;
    private int runs;

    /** Of all runs so far, warming up included. */
    private long samplesSent;

    /**
     * @param progress told what goes on, in words
     */
    public Bench(Platform platform, Consumer<String> progress) throws InterruptedException {
        this.platform = platform;
        this.progress = progress;
        this.bytesBefore = Usage.bytesOnDisk(platform.directory());
    }

    /**
     * Runs the load unmeasured until the virtual machine has compiled what is hot. A platform that
     * stands at the track is warm long before the first car is out.
     */
    public void warmUp(LoadSettings measured, Duration duration) throws InterruptedException {
        LoadSettings settings = measured.withDuration(duration);
        progress.accept("warming up for %d s".formatted(settings.duration().toSeconds()));
        Load load = Load.live(settings, platform.address(), nextSession());
        send(load).join();
        samplesSent += settings.samples();
        awaitRead();
    }

    /**
     * Asks the platform, which has nothing else to do, for series and overlays of laps that have
     * just been sent.
     *
     * @param load what was measured before: channels, rate and block are taken from it
     */
    public QueryReport queries(LoadSettings load) throws InterruptedException {
        LoadSettings settings =
                load.withCars(Queries.CARS).withDuration(Duration.ofSeconds(Queries.DRIVEN_S));
        SessionId session = nextSession();
        progress.accept("asking for laps of " + Count.of(settings.cars(), "car"));
        Load cars = Load.recorded(settings, platform.address(), session);
        send(cars).join();
        samplesSent += settings.samples();
        awaitDrained(session, settings, cars);
        platform.series().settle();
        try (PlatformClient client = new PlatformClient(platform.address())) {
            return new Queries(client, session, settings).run();
        }
    }

    private void awaitRead() throws InterruptedException {
        long deadline = System.nanoTime() + DRAIN_LIMIT.toNanos();
        while (platform.waitingRecords() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    /**
     * Finds the highest rate that is sustained: runs of some seconds at growing rates until a
     * backlog grows, then steps back until a run of the whole duration is sustained.
     */
    public BenchReport findSustained(LoadSettings settings) throws InterruptedException {
        double rate = FIRST_RATE_HZ;
        double sustained = 0;
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            BenchReport report = run(settings.withRate(rate).withDuration(PROBE));
            progress.accept(
                    "%,d samples/s: %s"
                            .formatted(
                                    report.samplesPerS(),
                                    report.backlogGrowing() ? "backlog grows" : "sustained"));
            if (report.backlogGrowing()) {
                break;
            }
            sustained = rate;
            rate *= GROWTH;
        }
        while (true) {
            sustained = Math.max(sustained, LOWEST_RATE_HZ);
            BenchReport report = run(settings.withRate(sustained));
            if (!report.backlogGrowing() || sustained == LOWEST_RATE_HZ) {
                return report;
            }
            progress.accept(
                    "%,d samples/s were not sustained for %.0f s"
                            .formatted(report.samplesPerS(), report.seconds()));
            sustained /= STEP_BACK;
        }
    }

    /** One run at the rate given. */
    public BenchReport run(LoadSettings settings) throws InterruptedException {
        SessionId session = nextSession();
        Load load = Load.live(settings, platform.address(), session);
        double seconds = settings.duration().toMillis() / 1e3;
        long cpuBefore = Usage.cpuNanos();
        long began = System.nanoTime();
        CompletableFuture<Receipt> sent = send(load);
        try (LiveProbe probe =
                LiveProbe.connect(platform.address(), session.value(), load, CLIENT_SETTLED_S)) {
            Backlog waiting = new Backlog(settings.cars() * 1e9 / settings.block().toNanos());
            Backlog late = new Backlog(1.0);
            Receipt receipt = watch(sent, load, waiting, late);
            double sending = load.secondsSinceStart();
            double cpu = (Usage.cpuNanos() - cpuBefore) * 1.0 / (System.nanoTime() - began);
            long resident = Usage.residentMb();
            Histogram ages = probe.ages();
            double drain = awaitDrained(session, settings, load);
            if (receipt.refused() > 0) {
                throw Fault.unavailable(
                        "bench-refused",
                        "blocks of the load generator were refused: " + receipt.refusals(),
                        "this is a bug of the load generator or of ingest");
            }
            Kept kept = count(settings, load);
            samplesSent += settings.samples();
            boolean growing = waiting.growing() || late.growing() || sending > seconds + 2;
            return new BenchReport(
                    settings.cars(),
                    settings.channels(),
                    settings.rateHz(),
                    seconds,
                    Math.round(settings.samples() / Math.max(sending, seconds)),
                    latency(ages),
                    kept.lost(),
                    kept.duplicated(),
                    growing,
                    drain,
                    resident,
                    cpu,
                    (double) (Usage.bytesOnDisk(platform.directory()) - bytesBefore) / samplesSent);
        }
    }

    private SessionId nextSession() {
        return new SessionId("bench-" + ++runs);
    }

    private static CompletableFuture<Receipt> send(Load load) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return load.run();
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                        throw new CompletionException(stop);
                    }
                },
                task -> Thread.ofPlatform().name("bench-load").start(task));
    }

    private Receipt watch(CompletableFuture<Receipt> sent, Load load, Backlog waiting, Backlog late)
            throws InterruptedException {
        while (!sent.isDone()) {
            Thread.sleep(LOOK_EVERY.toMillis());
            waiting.look((double) platform.waitingRecords());
            late.look(load.latenessNanos() / 1e9);
        }
        return sent.join();
    }

    /**
     * Until every car's last lap is closed by timing and the store writer has nothing before it.
     */
    private double awaitDrained(SessionId session, LoadSettings settings, Load load)
            throws InterruptedException {
        long began = System.nanoTime();
        try (PlatformClient client = new PlatformClient(platform.address())) {
            while (!drained(client, session, settings, load)) {
                if (System.nanoTime() - began > DRAIN_LIMIT.toNanos()) {
                    throw Fault.unavailable(
                            "bench-not-drained",
                            "the platform had not worked off the load after "
                                    + DRAIN_LIMIT.toSeconds()
                                    + " s",
                            "try a lower --rate");
                }
                Thread.sleep(100);
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private boolean drained(
            PlatformClient client, SessionId session, LoadSettings settings, Load load) {
        if (platform.waitingRecords() > 0) {
            return false;
        }
        double end = settings.blocksPerCar() * (settings.block().toNanos() / 1e9);
        double slack = 2 * settings.block().toNanos() / 1e9;
        for (LoadCar car : load.cars()) {
            JsonNode laps =
                    client.get(
                                    "/api/v1/sessions/"
                                            + session
                                            + "/entries/"
                                            + car.entry().car()
                                            + "/laps?limit=1000")
                            .path("laps");
            JsonNode last = laps.path(laps.size() - 1);
            double closed = last.path("start_s").asDouble(0) + last.path("time_s").asDouble(0);
            if (closed < end - slack) {
                return false;
            }
        }
        return true;
    }

    private record Kept(long lost, long duplicated) {}

    /** Every row of every car is looked for in the store. */
    private Kept count(LoadSettings settings, Load load) {
        platform.series().settle();
        long expected = (long) settings.blocksPerCar() * settings.rowsPerBlock();
        long end = load.startNanos() + settings.duration().toNanos() + EpochNanos.PER_SECOND;
        long lost = 0;
        long duplicated = 0;
        for (LoadCar car : load.cars()) {
            long found =
                    platform.series()
                            .read(
                                    car.entry(),
                                    List.of("speed"),
                                    load.startNanos(),
                                    end,
                                    Integer.MAX_VALUE)
                            .get(0)
                            .times()
                            .length;
            lost += Math.max(0, expected - found) * settings.channels();
            duplicated += Math.max(0, found - expected) * settings.channels();
        }
        return new Kept(lost, duplicated);
    }

    private static BenchReport.Latency latency(Histogram ages) {
        return new BenchReport.Latency(
                ages.getValueAtPercentile(50) / 1e3,
                ages.getValueAtPercentile(99) / 1e3,
                ages.getValueAtPercentile(99.9) / 1e3,
                ages.getMaxValue() / 1e3);
    }
}
