package dev.vitalcore.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Calculated;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Recorded;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.domain.table.Fill;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MathSeriesStoreTest {
    private static final EntryId CAR = EntryId.parse("spa/7");
    private static final EntryId OTHER = EntryId.parse("spa/8");
    private static final long SECOND = 1_000_000_000L;
    private static final int MOST = 1_000_000;
    private static final double NONE = Double.NaN;

    private final RecordedSeries recorded = new RecordedSeries();
    private SqliteDatabase database;
    private MathChannels saved;
    private MathSeriesStore store;

    @BeforeEach
    void record(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("views.db"));
        TelemetrySchema.migrate(database);
        saved = new MathChannels(database, recorded);
        store = new MathSeriesStore(recorded, saved);
        recorded.keep(CAR, "speed", Unit.KILOMETRE_PER_HOUR, 100, 120, s -> 36 + 3.6 * s);
        recorded.keep(CAR, "front", Unit.BAR, 10, 120, s -> 40);
        recorded.keep(CAR, "rear", Unit.BAR, 10, 120, s -> s < 60 ? 10 : Double.NaN);
        recorded.keep(CAR, "wave", Unit.NONE, 50, 120, s -> Math.sin(s * s));
        recorded.keep(OTHER, "speed", Unit.KILOMETRE_PER_HOUR, 0, 120, s -> s);
        recorded.keep(OTHER, "front", Unit.PERCENT, 10, 120, s -> s);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void listsSavedChannelsOfWhichAllInputsAreThere() {
        save("bias", "front / (front + rear)", "%");
        save("acceleration", "derivative(speed)", null);
        save("front_and_speed", "front * 1 m/s / 1 bar + speed", null);

        assertThat(store.channels(CAR))
                .extracting(channel -> channel.spec().name())
                .containsExactly(
                        "acceleration",
                        "bias",
                        "front",
                        "front_and_speed",
                        "rear",
                        "speed",
                        "wave");
        assertThat(store.channels(OTHER))
                .extracting(channel -> channel.spec().name())
                .containsExactly("acceleration", "front", "speed");
        assertThat(channel(CAR, "bias").periodNanos()).isEqualTo(SECOND / 10);
        assertThat(channel(CAR, "front_and_speed").periodNanos()).isEqualTo(SECOND / 100);
        assertThat(channel(OTHER, "acceleration").periodNanos()).isZero();
        assertThat(channel(CAR, "bias").spec().originalName()).isEqualTo("=front / (front + rear)");
        assertThat(channel(CAR, "bias").spec().unit()).isEqualTo(Unit.PERCENT);
        assertThat(channel(CAR, "acceleration").spec().shownUnit()).isEqualTo("m/s²");
    }

    @Test
    void readsSavedAndOtherExpressionsBesideRecordedChannelsAtOnce() {
        save("bias", "front / (front + rear)", "%");

        List<Series> read =
                store.read(
                        CAR,
                        List.of("=derivative(speed)", "front", "bias", "=derivative(front)"),
                        10 * SECOND,
                        12 * SECOND,
                        MOST);

        assertThat(recorded.reads).hasSize(2);
        Series acceleration = read.get(0);
        assertThat(acceleration.spec().name()).isEqualTo("=derivative(speed)");
        assertThat(acceleration.spec().unit()).isEqualTo(Unit.METRE_PER_SECOND_SQUARED);
        assertThat(acceleration.times()).hasSize(200).startsWith(10 * SECOND);
        assertThat(acceleration.values()).containsOnly(new double[] {1}, offset(1e-9));
        assertThat(read.get(1).times()).hasSize(20).startsWith(10 * SECOND);
        assertThat(read.get(2).values()).hasSize(20).containsOnly(new double[] {80}, offset(1e-9));
        assertThat(read.get(3).spec().unit()).isEqualTo(Unit.NONE);
        assertThat(read.get(3).spec().shownUnit()).isEqualTo("bar/s");
    }

    @Test
    void leavesRecordedChannelsAlone() {
        assertThat(store.read(CAR, List.of("front"), 0, SECOND, 10)).hasSize(1);
        assertThat(refusal(List.of("nothing"), MOST).code()).isEqualTo("channel-unknown");
    }

    @Test
    void hasNoValuesWhereAnInputHasNone() {
        Series bias =
                store.read(CAR, List.of("=front / rear"), 59 * SECOND, 70 * SECOND, MOST)
                        .getFirst();

        assertThat(bias.times()).hasSize(10);
    }

    @Test
    void makesMathChannelsOfMathChannels() {
        save("acceleration", "derivative(speed)", "g");
        save("jerk", "derivative(acceleration + 1 m/s²)", null);

        double[] jerk = store.read(CAR, List.of("jerk"), 0, SECOND, MOST).getFirst().values();

        assertThat(channel(CAR, "jerk").spec().shownUnit()).isEqualTo("g/s");
        assertThat(jerk).hasSize(100).containsOnly(new double[] {0}, offset(1e-9));
    }

    @Test
    void readsARecordedChannelBeforeAMathChannelOfItsName() {
        save("wave", "speed * 2", null);
        save("twice", "wave * 2", null);

        assertThat(channel(CAR, "wave").spec().originalName()).isEqualTo("wave");
        assertThat(channel(OTHER, "wave").spec().originalName()).isEqualTo("=speed * 2");
        assertThat(channel(CAR, "twice").spec().unit()).isEqualTo(Unit.NONE);
        assertThat(channel(OTHER, "twice").spec().unit()).isEqualTo(Unit.KILOMETRE_PER_HOUR);
    }

    /** The same moments of a longer range have the same values. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=derivative(wave)",
                "=smooth(wave, 3)",
                "=lowpass(wave, 0.5)",
                "=delay(wave, 1.234)",
                "=delay(wave, -1.234)",
                "=previous(wave)",
                "=speed * wave",
                "=derivative(smooth(wave, 2)) - lowpass(derivative(wave), 2)"
            })
    void hasValuesThatDoNotDependOnTheRange(String expression) {
        assertThat(sameInAPartAsInTheWhole(expression)).isGreaterThan(400);
    }

    /** Of one channel there are more samples in the part, of the other in the whole. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=often + seldom",
                "=seldom * often",
                "=derivative(often) + seldom * 1 Hz",
                "=smooth(often, 4) + front * 1 m / 1 bar"
            })
    void hasIrregularValuesThatDoNotDependOnTheRange(String expression) {
        recorded.keep(
                CAR,
                "often",
                Unit.METRE,
                0,
                120,
                s -> s > 45 && s < 65 && s % 3 > 0 ? NONE : s * s);
        recorded.keep(
                CAR, "seldom", Unit.METRE, 0, 120, s -> (s > 45 && s < 65) || s % 2 > 0 ? s : NONE);

        assertThat(sameInAPartAsInTheWhole(expression)).isGreaterThanOrEqualTo(10);
    }

    /** How many rows the part has. */
    private int sameInAPartAsInTheWhole(String expression) {
        Series whole = store.read(CAR, List.of(expression), 0, 120 * SECOND, MOST).getFirst();
        Series part =
                store.read(CAR, List.of(expression), 50 * SECOND, 60 * SECOND, MOST).getFirst();

        int first = Arrays.binarySearch(whole.times(), 50 * SECOND);
        int end = Arrays.binarySearch(whole.times(), part.times()[part.times().length - 1]) + 1;
        assertThat(part.times()).containsExactly(Arrays.copyOfRange(whole.times(), first, end));
        assertThat(part.values())
                .containsExactly(Arrays.copyOfRange(whole.values(), first, end), offset(1e-6));
        assertThat(whole.times().length == end || whole.times()[end] >= 60 * SECOND).isTrue();
        return part.times().length;
    }

    @Test
    void seesWhatWasSavedAndRecordedSince() {
        save("twice", "speed * 2", null);
        assertThat(store.readable(CAR, List.of("twice", "=oil * 2"))).containsExactly("twice");

        save("twice", "wave * 2", null);
        recorded.keep(CAR, "oil", Unit.CELSIUS, 1, 120, s -> 90);

        assertThat(channel(CAR, "twice").spec().originalName()).isEqualTo("=wave * 2");
        assertThat(store.readable(CAR, List.of("twice", "=oil * 2"))).hasSize(2);
    }

    @Test
    void readsFewerRowsWhereIrregularChannelsMayMakeMore() {
        recorded.keep(CAR, "a", Unit.METRE, 0, 120, s -> s % 2 > 0 ? NONE : s);
        recorded.keep(CAR, "b", Unit.METRE, 0, 120, s -> s % 2 > 0 ? s : NONE);

        assertThat(store.read(CAR, List.of("=a + b"), 0, 120 * SECOND, 480).getFirst().times())
                .hasSize(118);
        assertThat(refusal(List.of("=a + b"), 479).code()).isEqualTo("too-many-rows");
    }

    @Test
    void integratesFromTheBeginningOfTheRange() {
        Series way =
                store.read(
                                CAR,
                                List.of("=smooth(integral(speed), 0.02)"),
                                50 * SECOND,
                                60 * SECOND,
                                MOST)
                        .getFirst();

        assertThat(way.values()[0]).isEqualTo(0, offset(1e-3));
        // From 60 m/s, 1 m/s² more each second.
        assertThat(way.values()[999]).isEqualTo(60 * 9.99 + 9.99 * 9.99 / 2, offset(1e-2));
    }

    @Test
    void readsFewerRowsWhereAnExpressionTakesMoreMemory() {
        String sum = "=speed * wave + speed * wave";
        assertThat(store.read(CAR, List.of("speed"), 0, 120 * SECOND, 12_000)).hasSize(1);
        assertThat(refusal(List.of(sum), 12_000).code()).isEqualTo("too-many-rows");
        assertThat(store.read(CAR, List.of(sum), 0, 120 * SECOND, 100_000).getFirst().times())
                .hasSize(11_999);
    }

    @Test
    void namesThePlaceInAnUnusableExpression() {
        Fault fault = refusal(List.of("=speed + front"), MOST);

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.text())
                .isEqualTo("column 7 of the expression: '+' stands between km/h and bar");
        assertThat(refusal(List.of("=speed + altitude"), MOST).text())
                .isEqualTo("column 9 of the expression: there is no channel 'altitude'");
    }

    @Test
    void tellsIntegralsAndWhatIsMadeOfThemFromAllOthers() {
        save("e", "integral(speed)", null);
        save("e_twice", "2 * e", "m");
        save("twice", "2 * speed", null);

        assertThat(channel(CAR, "speed").spec().origin()).isEqualTo(new Recorded());
        assertThat(channel(CAR, "e").spec().origin())
                .isEqualTo(new Calculated("integral(speed)", true));
        assertThat(channel(CAR, "e_twice").spec().origin())
                .isEqualTo(new Calculated("2 * e", true));
        assertThat(channel(CAR, "twice").spec().origin())
                .isEqualTo(new Calculated("2 * speed", false));
    }

    /** A read of so many seconds before and after would be too much of all channels. */
    @Test
    void readsRecordedChannelsNoFartherThanAskedFor() {
        save("calm", "smooth(speed, 60)", null);
        save("slope", "derivative(front)", null);

        List<Series> read =
                store.read(
                        CAR,
                        List.of("wave", "calm", "speed", "front", "rear", "slope"),
                        55 * SECOND,
                        56 * SECOND,
                        6_000);

        assertThat(read)
                .extracting(series -> series.spec().name())
                .containsExactly("wave", "calm", "speed", "front", "rear", "slope");
        assertThat(read.get(1).times()).hasSize(100);
    }

    @Test
    void namesTheChannelThatLooksTooFar() {
        save("calm", "smooth(speed, 60)", null);

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() ->
                        store.read(CAR, List.of("wave", "calm"), 55 * SECOND, 56 * SECOND, 1_000))
                .withMessageContaining("channel 'calm' looks 60 s around each moment")
                .satisfies(fault -> assertThat(fault.remedy()).contains("leave 'calm' out"));
    }

    @Test
    void refusesATableOfWhichASingleRowNeedsTooMuchBeforeItIsRead() {
        MemorySeries fast = new MemorySeries();
        long[] times = LongStream.range(0, 600_000).map(row -> row * SECOND / 2000).toArray();
        ChannelSpec spec =
                new ChannelSpec("strain", "strain", Unit.NEWTON, "N", ChannelSpec.Precision.SINGLE);
        fast.keep(new KeptChannel(spec, SECOND / 2000), times, new double[times.length]);
        SeriesQueries queries = new SeriesQueries(new MathSeriesStore(fast, saved));

        queries.requireReadable(table(queries, "=lowpass(strain, 0.1)"));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> queries.requireReadable(table(queries, "=lowpass(strain, 0.01)")))
                .withMessageContaining("'=lowpass(strain, 0.01)' looks 225 s around each moment");
    }

    private static SampleTable table(SeriesQueries queries, String channel) {
        return new SampleTable(
                CAR,
                queries.described(CAR, List.of("strain", channel)),
                250 * SECOND,
                300 * SECOND,
                OptionalDouble.empty(),
                Fill.LINEAR,
                false);
    }

    @Test
    void calculatesInAFrozenViewAsItWasDefinedBefore() {
        save("twice", "2 * front", null);
        SeriesStore frozen = store.frozen();
        save("twice", "3 * front", null);
        List<String> twice = List.of("twice");

        assertThat(frozen.read(CAR, twice, 0, SECOND, MOST).getFirst().values()[0]).isEqualTo(80);
        assertThat(store.read(CAR, twice, 0, SECOND, MOST).getFirst().values()[0]).isEqualTo(120);
        saved.delete("twice");
        assertThat(frozen.described(CAR, twice)).hasSize(1);
    }

    @Test
    void describesExpressionsToo() {
        save("bias", "front / (front + rear)", "%");

        List<KeptChannel> described =
                store.described(CAR, List.of("=derivative(speed)", "speed", "bias"));

        assertThat(described)
                .extracting(channel -> channel.spec().name())
                .containsExactly("=derivative(speed)", "speed", "bias");
        assertThat(described.getFirst().spec().shownUnit()).isEqualTo("m/s²");
        assertThat(described.getFirst().periodNanos()).isEqualTo(SECOND / 100);
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> store.described(CAR, List.of("=front + speed")))
                .withMessageContaining("'+' stands between");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> store.described(CAR, List.of("fuel")))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("channel-unknown"));
    }

    @Test
    void cannotReadForOneCarWhatHasOtherUnitsThere() {
        List<String> names = List.of("=front * 1 + 2 bar", "speed");

        assertThat(store.readable(CAR, names)).containsExactlyElementsOf(names);
        assertThat(store.readable(OTHER, names)).containsExactly("speed");
    }

    @Test
    void tellsWhatCanBeRead() {
        save("bias", "front / (front + rear)", "%");

        assertThat(
                        store.readable(
                                CAR, List.of("bias", "speed", "nothing", "=speed * 2", "=no * 2")))
                .containsExactly("bias", "speed", "=speed * 2");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> store.readable(CAR, List.of("=speed +")))
                .withMessageContaining("column 8");
    }

    private KeptChannel channel(EntryId entry, String name) {
        return store.channels(entry).stream()
                .filter(channel -> channel.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Fault refusal(List<String> channels, int mostRows) {
        try {
            store.read(CAR, channels, 0, 120 * SECOND, mostRows);
        } catch (Fault fault) {
            return fault;
        }
        throw new AssertionError("was answered");
    }

    private void save(String name, String expression, @Nullable String unit) {
        saved.put(new MathChannel(name, expression, Optional.ofNullable(unit), ""));
    }
}
