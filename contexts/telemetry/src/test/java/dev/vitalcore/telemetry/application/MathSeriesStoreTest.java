package dev.vitalcore.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.Series;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of math channels. */
class MathSeriesStoreTest extends MathSeriesFixture {
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
}
