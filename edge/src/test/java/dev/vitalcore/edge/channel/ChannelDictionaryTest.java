package dev.vitalcore.edge.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.kernel.Unit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelDictionaryTest {
    @Test
    void convertsAKnownChannelToTheStandardUnit() {
        MappedChannel speed = map(OriginalChannel.of("Velocity", "MPH")).getFirst();

        assertThat(speed.spec().name()).isEqualTo("speed");
        assertThat(speed.spec().unit()).isEqualTo(Unit.KILOMETRE_PER_HOUR);
        assertThat(speed.spec().originalName()).isEqualTo("Velocity");
        assertThat(speed.spec().originalUnit()).isEqualTo("MPH");
        assertThat(speed.conversion().applyAsDouble(100)).isCloseTo(160.9344, within(1e-9));
    }

    @Test
    void keepsAChannelWhoseUnitMeasuresSomethingElse() {
        MappedChannel brake = map(OriginalChannel.of("Brake", "bar")).getFirst();

        assertThat(brake.spec().name()).isEqualTo("brake_2");
        assertThat(brake.spec().unit()).isEqualTo(Unit.BAR);
        assertThat(brake.conversion().applyAsDouble(42)).isEqualTo(42);
    }

    @Test
    void givesAStandardNameWithoutSpellingsOnlyToChannelsInItsUnit() {
        assertThat(
                        map(
                                OriginalChannel.of("Air Temperature", "C"),
                                OriginalChannel.of("Track Temperature", "F")))
                .extracting(channel -> channel.spec().name())
                .containsExactly("air_temperature", "track_temperature_2");
    }

    @Test
    void keepsAChannelWhoseUnitIsUnknown() {
        MappedChannel speed = map(OriginalChannel.of("speed", "furlong/fortnight")).getFirst();

        assertThat(speed.spec().name()).isEqualTo("speed_2");
        assertThat(speed.spec().unit()).isEqualTo(Unit.NONE);
        assertThat(speed.spec().originalUnit()).isEqualTo("furlong/fortnight");
    }

    @Test
    void choosesTheMostTrustedOfSeveralChannels() {
        List<MappedChannel> mapped =
                map(
                        OriginalChannel.of("Vehicle_Speed", "kmh"),
                        OriginalChannel.of("velocity", "kmh"),
                        OriginalChannel.of("speed", "m/s").qualified("obd"));

        assertThat(mapped)
                .extracting(channel -> channel.spec().name())
                .containsExactly("vehicle_speed", "speed", "speed_obd");
        assertThat(mapped.getLast().spec().unit()).isEqualTo(Unit.METRE_PER_SECOND);
    }

    @Test
    void numbersEqualNames() {
        assertThat(
                        map(
                                OriginalChannel.of("Oil °C", ""),
                                OriginalChannel.of("oil-c", ""),
                                OriginalChannel.of("±", "")))
                .extracting(channel -> channel.spec().name())
                .containsExactly("oil_c", "oil_c_2", "unnamed");
    }

    @Test
    void cutsComposedNamesToWhatIngestTakes() {
        String longName = "a".repeat(100);
        OriginalChannel original = OriginalChannel.of(longName, "").qualified("b".repeat(100));

        List<String> names =
                map(original, original, original).stream()
                        .map(channel -> channel.spec().name())
                        .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() <= 80);
        assertThat(names.getLast()).endsWith("bbb_2");
    }

    @Test
    void letsTheFormatDefineAMeaning() {
        List<MappedChannel> mapped =
                map(
                        OriginalChannel.of("Lap Time", "s").meaning("lap_time_previous"),
                        OriginalChannel.of("SteeringAngle", "").meaning(""));

        assertThat(mapped)
                .extracting(channel -> channel.spec().name())
                .containsExactly("lap_time_previous", "steeringangle");
    }

    @Test
    void namesTheUnitsThatItAssumes() {
        List<OriginalChannel> originals =
                List.of(
                        OriginalChannel.of("speed", ""),
                        OriginalChannel.of("gear", ""),
                        OriginalChannel.of("x", ""));

        assertThat(ChannelDictionary.assumedUnits(originals, ChannelDictionary.map(originals)))
                .extracting(spec -> spec.name())
                .containsExactly("speed");
    }

    private static List<MappedChannel> map(OriginalChannel... originals) {
        return ChannelDictionary.map(Arrays.asList(originals));
    }
}
