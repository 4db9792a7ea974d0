package dev.vitalcore.app.bench.events;

import dev.vitalcore.app.bench.events.EventBenchReport.Raw;
import dev.vitalcore.app.bench.events.EventBenchReport.Store;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a store and to the bare engine by turns, so that what else the machine does meets
 * both. The first rounds are not counted: the code is compiled meanwhile.
 */
public final class EventBench {
    private static final int BATCH = 500;
    private static final int APPENDERS = 32;
    private static final int WARM_UP_ROUNDS = 2;

    private final int rounds;
    private final Consumer<String> progress;
    private final EventLoad load = new EventLoad(1);

    /**
     * @param rounds that are counted, odd so that there is a median
     */
    public EventBench(int rounds, Consumer<String> progress) {
        this.rounds = rounds;
        this.progress = progress;
    }

    /**
     * Measures one store.
     *
     * @param store empty, or with events that do not matter
     * @param rows the bare engine; null where there is nothing to compare with
     */
    public Store measure(String name, EventStore store, @Nullable RawRows rows)
            throws InterruptedException {
        progress.accept("measuring " + name + " …");
        Rates single = new Rates();
        Rates batched = new Rates();
        Rates concurrent = new Rates();
        Rates rawSingle = new Rates();
        Rates rawBatched = new Rates();
        for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
            boolean counted = round >= WARM_UP_ROUNDS;
            appendAndInsert(store, rows, new Size(400, 1), single, rawSingle, counted);
            appendAndInsert(store, rows, new Size(60, BATCH), batched, rawBatched, counted);
            concurrent.add(appendConcurrently(store), counted);
        }
        Raw raw =
                rows == null
                        ? null
                        : new Raw(
                                rawSingle.median(),
                                rawBatched.median(),
                                single.median() / rawSingle.median(),
                                batched.median() / rawBatched.median());
        return new Store(
                name, single.median(), batched.median(), APPENDERS, concurrent.median(), raw);
    }

    /** What the stores were measured to be. */
    public EventBenchReport report(List<Store> stores) {
        return new EventBenchReport(BATCH, rounds, stores);
    }

    private void appendAndInsert(
            EventStore store,
            @Nullable RawRows rows,
            Size size,
            Rates appended,
            Rates inserted,
            boolean counted) {
        List<List<NewEvent>> batches = load.batches(size.batches(), size.events());
        StreamName stream = load.stream();
        appended.add(rate(size.total(), () -> EventLoad.append(store, stream, batches)), counted);
        if (rows != null) {
            inserted.add(rate(size.total(), () -> rows.insert(batches)), counted);
        }
    }

    private double appendConcurrently(EventStore store) throws InterruptedException {
        int each = 100;
        List<Runnable> appenders = new ArrayList<>();
        for (int i = 0; i < APPENDERS; i++) {
            List<List<NewEvent>> batches = load.batches(each, 1);
            StreamName stream = load.stream();
            appenders.add(() -> EventLoad.append(store, stream, batches));
        }
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(APPENDERS)) {
            for (Future<?> appender : appenders.stream().map(threads::submit).toList()) {
                appender.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an appender failed", e.getCause());
        }
        return perSecond(APPENDERS * each, begin);
    }

    private static double rate(int events, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return perSecond(events, begin);
    }

    private static double perSecond(int events, long beginNanos) {
        return events * 1e9 / (System.nanoTime() - beginNanos);
    }

    private record Size(int batches, int events) {
        int total() {
            return batches * events;
        }
    }

    /** Rates of the counted rounds. */
    private static final class Rates {
        private final List<Double> rates = new ArrayList<>();

        void add(double rate, boolean counted) {
            if (counted) {
                rates.add(rate);
            }
        }

        double median() {
            double[] sorted = rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
        }
    }
}
