package dev.vitalcore.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitalcore.contracts.telemetry.ChannelSpec.Calculated;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Recorded;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which math channels there are of a car, what is said of them, and why one is refused. */
class MathSeriesListingTest extends MathSeriesFixture {
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

    @Test
    void cannotReadForOneCarWhatHasOtherUnitsThere() {
        List<String> names = List.of("=front * 1 + 2 bar", "speed");

        assertThat(store.readable(CAR, names)).containsExactlyElementsOf(names);
        assertThat(store.readable(OTHER, names)).containsExactly("speed");
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
}
