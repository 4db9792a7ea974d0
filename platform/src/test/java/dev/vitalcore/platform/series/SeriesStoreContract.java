package dev.vitalcore.platform.series;

import static dev.vitalcore.platform.series.BlockFixture.PERIOD;
import static dev.vitalcore.platform.series.BlockFixture.block;
import static dev.vitalcore.platform.series.BlockFixture.entry;
import static dev.vitalcore.platform.series.BlockFixture.group;
import static dev.vitalcore.platform.series.BlockFixture.rows;
import static dev.vitalcore.platform.series.BlockFixture.single;
import static dev.vitalcore.platform.series.BlockFixture.time;
import static dev.vitalcore.platform.series.BlockFixture.twice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import dev.vitalcore.platform.series.SeriesStore.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link SeriesStore} does; each adapter runs it against its real engine. */
public abstract class SeriesStoreContract {
    protected static final EntryId CAR = entry("road-america-fp1", "7");
    protected static final ChannelSpec SPEED = single("speed", Unit.METRE_PER_SECOND);
    protected static final ChannelSpec LATITUDE = twice("latitude", Unit.DEGREE);
    protected static final RateGroup GPS = group(SPEED, LATITUDE);
    private static final double NOTHING = Double.NaN;
    private static final int ENOUGH = 100_000;

    private Path directory;
    protected SeriesStore store;

    /** Opens the same store as before when the directory is the same. */
    protected abstract SeriesStore open(Path directory);

    @BeforeEach
    void openEmpty(@TempDir Path fresh) {
        directory = fresh;
        store = open(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesBackTimesToTheNanosecondAndValuesToTheBit() {
        double latitude = Math.nextUp(43.797_913_2);
        float speed = Math.nextUp(61.7f);

        write(block("gps", CAR, 0, GPS, row(0, speed, latitude), row(1.234_567_8, 2, -0.0)));

        assertThat(read("speed").times()).containsExactly(time(0), time(1.234_567_8));
        assertThat(read("speed").values()).containsExactly(speed, 2);
        assertThat(read("latitude").values()).containsExactly(latitude, -0.0);
    }

    @Test
    void leavesOutAbsentSamples() {
        write(block("gps", CAR, 0, GPS, row(0, 1, NOTHING), row(1, NOTHING, 11), row(2, 3, 12)));

        assertThat(read("speed").values()).containsExactly(1, 3);
        assertThat(read("speed").times()).containsExactly(time(0), time(2));
        assertThat(read("latitude").values()).containsExactly(11, 12);
    }

    @Test
    void changesNothingWhenABlockComesAgain() {
        TelemetryBlock first = block("gps", CAR, 0, GPS, row(0, 1, 10), row(1, 2, 11));
        TelemetryBlock second = block("gps", CAR, 1, GPS, row(2, 3, 12), row(3, 4, 13));
        write(first, second);

        write(second, first, first);

        assertThat(read("speed").values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void putsALateBlockInItsPlace() {
        write(block("gps", CAR, 0, GPS, row(0, 1, 10)), block("gps", CAR, 2, GPS, row(2, 3, 12)));
        write(block("gps", CAR, 3, GPS, row(3, 4, 13)));

        write(block("gps", CAR, 1, GPS, row(1, 2, 11)));

        assertThat(read("speed").values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void takesBlocksInAnyOrderOverHours() {
        double hour = 3_600e9 / PERIOD;
        for (int late : new int[] {3, 0, 2, 4, 1}) {
            write(block("gps", CAR, late, GPS, row(late * hour, late, late)));
        }

        assertThat(read("speed").values()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void readsFromTheFirstInstantToBeforeTheLast() {
        write(block("gps", CAR, 0, GPS, row(0, 1, 1), row(1, 2, 2), row(2, 3, 3), row(3, 4, 4)));

        Series part = store.read(CAR, List.of("speed"), time(1), time(3), ENOUGH).getFirst();

        assertThat(part.values()).containsExactly(2, 3);
    }

    @Test
    void readsNothingWhereNothingIs() {
        write(block("gps", CAR, 0, GPS, row(0, 1, 1)));

        Series none = store.read(CAR, List.of("speed"), time(5), time(9), ENOUGH).getFirst();

        assertThat(none.times()).isEmpty();
        assertThat(none.values()).isEmpty();
    }

    @Test
    void keepsRateGroupsOfOneBlock() {
        RateGroup slow = new RateGroup(List.of(single("fuel", Unit.LITRE)), 100 * PERIOD);
        write(
                new TelemetryBlock(
                        new SourceId("logger"),
                        CAR,
                        0,
                        new Layout(List.of(GPS, slow)),
                        List.of(
                                rows(GPS, row(0, 1, 10), row(1, 2, 11)),
                                rows(slow, row(0.5, 40.25))),
                        Optional.empty(),
                        false));

        List<Series> both = store.read(CAR, List.of("fuel", "speed"), 0, Long.MAX_VALUE, ENOUGH);

        assertThat(both.get(0).times()).containsExactly(time(0.5));
        assertThat(both.get(0).values()).containsExactly(40.25);
        assertThat(both.get(1).values()).containsExactly(1, 2);
    }

    @Test
    void mergesAChannelThatCameInTwoLayoutsIntoTheNewestUnit() {
        RateGroup old = group(single("speed", Unit.KILOMETRE_PER_HOUR));
        write(block("gps", CAR, 0, old, row(0, 36), row(2, 72)));

        write(block("gps", CAR, 1, GPS, row(1, 15, 0), row(3, 25, 0)));

        Series merged = read("speed");
        assertThat(merged.spec().unit()).isEqualTo(Unit.METRE_PER_SECOND);
        assertThat(merged.times()).containsExactly(time(0), time(1), time(2), time(3));
        assertThat(merged.values()).containsExactly(10, 15, 20, 25);
    }

    @Test
    void refusesAChannelWhoseUnitsDoNotConvert() {
        write(block("a", CAR, 0, group(single("aux", Unit.VOLT)), row(0, 1)));
        write(block("b", CAR, 0, group(single("aux", Unit.BAR)), row(1, 2)));

        Fault fault = fault(() -> read("aux"));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(fault.text()).contains("aux").contains("VOLT").contains("BAR");
    }

    @Test
    void mergesTwoSourcesAndGivesOneSampleAnInstant() {
        write(block("b", CAR, 0, GPS, row(0, 1, 1), row(1, 2, 2)));

        write(block("a", CAR, 0, GPS, row(1, 20, 20), row(2, 30, 30)));

        assertThat(read("speed").times()).containsExactly(time(0), time(1), time(2));
        assertThat(read("speed").values()).containsExactly(1, 20, 30);
    }

    @Test
    void keepsEntriesApart() {
        EntryId longer = entry("road-america-fp1", "71");
        EntryId otherDay = entry("road-america-fp2", "7");
        write(block("a", CAR, 0, GPS, row(0, 1, 1)));
        write(block("b", longer, 0, GPS, row(0, 2, 2)));

        write(block("c", otherDay, 0, GPS, row(0, 3, 3)));

        assertThat(read("speed").values()).containsExactly(1);
        assertThat(read(longer, "speed").values()).containsExactly(2);
        assertThat(read(otherDay, "speed").values()).containsExactly(3);
    }

    @Test
    void keepsManyEntriesWrittenAtOnce() {
        List<TelemetryBlock> all = new ArrayList<>();
        for (int car = 0; car < 60; car++) {
            EntryId entry = entry("le-mans", "car-" + car);
            all.add(block("logger-" + car, entry, 0, GPS, row(0, car, 0), row(1, car + 0.5, 0)));
        }

        store.write(all);
        store.settle();

        for (int car = 0; car < 60; car++) {
            EntryId entry = entry("le-mans", "car-" + car);
            assertThat(read(entry, "speed").values()).containsExactly(car, car + 0.5);
        }
    }

    @Test
    void describesTheChannelsKeptByName() {
        assertThat(store.channels(CAR)).isEmpty();

        write(block("gps", CAR, 0, GPS, row(0, 1, 1)));

        assertThat(store.channels(CAR))
                .containsExactly(new KeptChannel(LATITUDE, PERIOD), new KeptChannel(SPEED, PERIOD));
        assertThat(store.channels(entry("road-america-fp1", "8"))).isEmpty();
    }

    @Test
    void keepsChannelsWithAnyName() {
        RateGroup odd =
                group(
                        single("öl'temp\"; DROP TABLE x --", Unit.CELSIUS),
                        single("Speed", Unit.METRE_PER_SECOND),
                        single("speed", Unit.METRE_PER_SECOND),
                        single("ts", Unit.SECOND));

        write(block("gps", CAR, 0, odd, row(0, 1, 2, 3, 4)));

        reopen();
        assertThat(read("öl'temp\"; DROP TABLE x --").values()).containsExactly(1);
        assertThat(read("Speed").values()).containsExactly(2);
        assertThat(read("speed").values()).containsExactly(3);
        assertThat(read("ts").values()).containsExactly(4);
    }

    @Test
    void refusesAChannelThatIsNotKeptAndNamesIt() {
        write(block("gps", CAR, 0, GPS, row(0, 1, 1)));

        Fault fault = fault(() -> read("brake"));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.text()).contains("brake").contains(CAR.toString());
        assertThat(fault.remedy()).contains("latitude, speed");
    }

    @Test
    void refusesToReadMoreRowsThanAllowed() {
        write(block("gps", CAR, 0, GPS, row(0, 1, 1), row(1, 2, 2), row(2, 3, 3)));

        assertThat(store.read(CAR, List.of("speed"), 0, Long.MAX_VALUE, 3)).hasSize(1);
        Fault fault = fault(() -> store.read(CAR, List.of("speed"), 0, Long.MAX_VALUE, 2));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.text()).contains("more than 2 rows");
    }

    @Test
    void keepsEverythingOverARestart() {
        write(block("gps", CAR, 0, GPS, row(0, 1, 10), row(1, NOTHING, 11)));
        List<KeptChannel> channels = store.channels(CAR);

        reopen();

        assertThat(store.channels(CAR)).isEqualTo(channels);
        assertThat(read("speed").values()).containsExactly(1);
        assertThat(read("latitude").values()).containsExactly(10, 11);
        write(block("gps", CAR, 0, GPS, row(0, 1, 10)), block("gps", CAR, 1, GPS, row(2, 3, 12)));
        assertThat(read("latitude").values()).containsExactly(10, 11, 12);
    }

    @Test
    void showsAfterARestartWhatWasNotYetVisibleBefore() {
        store.write(List.of(block("gps", CAR, 0, GPS, row(0, 1, 10))));

        reopen();

        assertThat(read("speed").values()).containsExactly(1);
    }

    @Test
    void takesABlockWithoutRows() {
        write(block("gps", CAR, 0, GPS));

        write(block("gps", CAR, 1, GPS, row(0, 1, 1)));

        assertThat(read("speed").values()).containsExactly(1);
    }

    @Test
    void answersManyVirtualThreadsWhileItIsWritten() throws Exception {
        write(block("gps", CAR, 0, GPS, row(0, 0, 0)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<double[]>> answers = new ArrayList<>();
            for (int sequence = 1; sequence <= 50; sequence++) {
                store.write(List.of(block("gps", CAR, sequence, GPS, row(sequence, sequence, 0))));
                answers.add(threads.submit(() -> read("speed").values()));
                answers.add(threads.submit(() -> read("speed").values()));
            }
            for (Future<double[]> answer : answers) {
                double[] seen = answer.get(60, TimeUnit.SECONDS);
                assertThat(seen).startsWith(0).isSorted();
            }
        }
        store.settle();
        assertThat(read("speed").values()).hasSize(51).endsWith(50);
    }

    @Test
    void countsItsBytes() {
        write(block("gps", CAR, 0, GPS, row(0, 1, 1)));

        assertThat(store.sizeBytes()).isPositive();
    }

    @Test
    void refusesWorkAfterItWasClosed() {
        write(block("gps", CAR, 0, GPS, row(0, 1, 1)));
        store.close();

        assertThat(fault(() -> write(block("gps", CAR, 1, GPS, row(1, 1, 1)))).kind())
                .isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault(() -> read("speed")).kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
    }

    protected static double[] row(double... timeAndValues) {
        return timeAndValues;
    }

    protected final void write(TelemetryBlock... blocks) {
        store.write(List.of(blocks));
        store.settle();
    }

    protected final Series read(String channel) {
        return read(CAR, channel);
    }

    protected final Series read(EntryId entry, String channel) {
        return store.read(entry, List.of(channel), Long.MIN_VALUE, Long.MAX_VALUE, ENOUGH)
                .getFirst();
    }

    protected final void reopen() {
        store.close();
        store = open(directory);
    }

    protected static Fault fault(Runnable action) {
        return catchThrowableOfType(Fault.class, action::run);
    }
}
