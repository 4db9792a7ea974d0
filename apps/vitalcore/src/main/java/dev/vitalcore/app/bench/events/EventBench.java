package dev.vitalcore.app.bench.events;

import dev.vitalcore.app.bench.events.EventBenchReport.Raw;
import dev.vitalcore.app.bench.events.EventBenchReport.Recall;
import dev.vitalcore.app.bench.events.EventBenchReport.Store;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.StreamName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends to stores and to the bare engines by turns, so that what else the machine does meets all
 * of them: in each round every contender has its turn, and who begins changes. The first rounds are
 * not counted: the code is compiled meanwhile.
 */
public final class EventBench {
    static final int BATCH = 500;

    private static final int BATCHES = 60;
    private static final int SINGLES = 400;
    private static final int APPENDERS = 32;
    private static final int SINGLES_EACH = 100;
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
     * Who is measured.
     *
     * @param store empty, or with events that do not matter
     * @param rows the bare engine, as durable as the store; null where there is nothing to compare
     *     with
     */
    public record Contender(String name, EventStore store, @Nullable RawRows rows) {}

    /** Measures them all, by turns. */
    public List<Store> measure(List<Contender> contenders) throws InterruptedException {
        List<Turns> turns = new ArrayList<>(contenders.stream().map(Turns::new).toList());
        List<Turns> inOrder = List.copyOf(turns);
        for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
            progress.accept("round %d of %d …".formatted(round + 1, WARM_UP_ROUNDS + rounds));
            for (Turns turn : turns) {
                turn.take(round % 2 == 0, round >= WARM_UP_ROUNDS);
            }
            Collections.rotate(turns, 1);
        }
        return inOrder.stream().map(Turns::result).toList();
    }

    /** What was measured, as it is told. */
    public EventBenchReport report(List<Store> stores, List<Recall> states) {
        return new EventBenchReport(BATCH, rounds, EventLoad.PAYLOAD_BYTES, stores, states);
    }

    private double append(EventStore store, int batches, int events) {
        List<List<NewEvent>> made = load.batches(batches, events);
        StreamName stream = load.stream();
        return rate(batches * events, () -> EventLoad.append(store, stream, made));
    }

    private double insert(RawRows rows, int batches, int events) {
        List<List<NewEvent>> made = load.batches(batches, events);
        return rate(batches * events, () -> rows.insert(made));
    }

    private double appendConcurrently(EventStore store) throws InterruptedException {
        List<Runnable> appenders = new ArrayList<>();
        for (int i = 0; i < APPENDERS; i++) {
            List<List<NewEvent>> batches = load.batches(SINGLES_EACH, 1);
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
        return perSecond(APPENDERS * SINGLES_EACH, begin);
    }

    private static double rate(int events, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return perSecond(events, begin);
    }

    private static double perSecond(int events, long beginNanos) {
        return events * 1e9 / (System.nanoTime() - beginNanos);
    }

    /** One contender's turns. */
    private final class Turns {
        private final Contender contender;
        private final Rates concurrent = new Rates();
        private final Pairs single;
        private final Pairs batched;

        Turns(Contender contender) {
            this.contender = contender;
            this.single = new Pairs(contender, SINGLES, 1);
            this.batched = new Pairs(contender, BATCHES, BATCH);
        }

        void take(boolean storeFirst, boolean counted) throws InterruptedException {
            single.take(storeFirst, counted);
            batched.take(storeFirst, counted);
            concurrent.add(appendConcurrently(contender.store()), counted);
        }

        Store result() {
            return new Store(
                    contender.name(),
                    single.stores.median(),
                    batched.stores.median(),
                    APPENDERS,
                    concurrent.median(),
                    contender.rows() == null
                            ? null
                            : new Raw(
                                    single.bare.median(),
                                    batched.bare.median(),
                                    single.ratios.median(),
                                    batched.ratios.median()));
        }
    }

    /** Store and bare engine with the same work, one right after the other. */
    private final class Pairs {
        private final Contender contender;
        private final int batches;
        private final int events;
        private final Rates stores = new Rates();
        private final Rates bare = new Rates();
        private final Rates ratios = new Rates();

        Pairs(Contender contender, int batches, int events) {
            this.contender = contender;
            this.batches = batches;
            this.events = events;
        }

        void take(boolean storeFirst, boolean counted) {
            RawRows rows = contender.rows();
            if (rows == null) {
                stores.add(append(contender.store(), batches, events), counted);
                return;
            }
            double store = storeFirst ? append(contender.store(), batches, events) : 0;
            double engine = insert(rows, batches, events);
            store = storeFirst ? store : append(contender.store(), batches, events);
            stores.add(store, counted);
            bare.add(engine, counted);
            ratios.add(store / engine, counted);
        }
    }

    /** Of the counted rounds. */
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
