package dev.vitalcore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportChannelsTest {
    private final ExportChannels channels =
            new ExportChannels(
                    EntryId.parse("fp1/7"),
                    List.of(
                            channel("speed", new ChannelSpec.Recorded()),
                            channel("twice", new ChannelSpec.Calculated("2 * speed", false)),
                            channel("e", new ChannelSpec.Calculated("integral(speed)", true)),
                            channel("e_twice", new ChannelSpec.Calculated("2 * e", true))));

    @Test
    void haveAllButIntegralsAndWhatIsMadeOfThem() {
        assertThat(channels.all())
                .extracting(channel -> channel.spec().name())
                .containsExactly("speed", "twice");
    }

    @Test
    void refuseAnIntegralThatIsNamed() {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> channels.named())
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("channel-not-exportable"))
                .withMessageContaining("'e' of fp1/7");
    }

    @Test
    void sayThatThereIsNothingYet() {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> new ExportChannels(EntryId.parse("fp1/7"), List.of()).all())
                .withMessageContaining("no samples are kept for fp1/7 yet");
    }

    private static KeptChannel channel(String name, ChannelSpec.Origin origin) {
        return new KeptChannel(
                new ChannelSpec(
                        name,
                        name,
                        Unit.KILOMETRE_PER_HOUR,
                        "km/h",
                        ChannelSpec.Precision.SINGLE,
                        origin),
                100_000_000);
    }
}
