package dev.vitalcore.avro;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.kernel.Unit;
import java.util.List;

/** A layout in Avro binary ({@code layout.avsc}). */
final class LayoutFormat {
    private static final Precision[] PRECISIONS = Precision.values();

    private LayoutFormat() {}

    static byte[] write(Layout layout) {
        int channels = layout.groups().stream().mapToInt(group -> group.channels().size()).sum();
        if (channels > WireLimits.CHANNELS) {
            throw AvroOutput.tooLarge("a layout of " + channels + " channels", WireLimits.CHANNELS);
        }
        AvroOutput out = new AvroOutput(64 * channels);
        out.beginArray(layout.groups().size());
        for (RateGroup group : layout.groups()) {
            out.beginArray(group.channels().size());
            group.channels().forEach(channel -> writeChannel(out, channel));
            out.endArray();
            out.writeLong(group.periodNanos());
        }
        out.endArray();
        return out.toBytes();
    }

    /** Reads a layout that ends where the input ends. */
    static Layout read(AvroInput in) {
        ChannelBudget budget = new ChannelBudget(in);
        Layout layout =
                new Layout(in.readList("groups", WireLimits.CHANNELS, () -> readGroup(in, budget)));
        in.requireEnd();
        return layout;
    }

    private static void writeChannel(AvroOutput out, ChannelSpec channel) {
        out.writeText(channel.name());
        out.writeText(channel.originalName());
        out.writeText(channel.unit().symbol());
        out.writeText(channel.originalUnit());
        out.writeEnum(channel.precision());
    }

    private static RateGroup readGroup(AvroInput in, ChannelBudget budget) {
        List<ChannelSpec> channels =
                in.readList("channels", WireLimits.CHANNELS, () -> readChannel(in, budget));
        return new RateGroup(channels, in.readLong("period_nanos"));
    }

    private static ChannelSpec readChannel(AvroInput in, ChannelBudget budget) {
        budget.spend();
        return new ChannelSpec(
                in.readText("channel name"),
                in.readText("original_name"),
                readUnit(in),
                in.readText("original_unit"),
                in.readEnum("precision", PRECISIONS));
    }

    private static Unit readUnit(AvroInput in) {
        String symbol = in.readText("unit");
        return Unit.find(symbol)
                .orElseThrow(() ->
                        in.undecodable("unit '" + Text.abbreviate(symbol, 40) + "' is unknown"));
    }

    /** Counts channels over all groups, so that many small groups do not get past the limit. */
    private static final class ChannelBudget {
        private final AvroInput in;
        private int left = WireLimits.CHANNELS;

        ChannelBudget(AvroInput in) {
            this.in = in;
        }

        void spend() {
            if (left-- == 0) {
                throw in.undecodable("more than " + WireLimits.CHANNELS + " channels");
            }
        }
    }
}
