package dev.vitalcore.gateway;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A car on a bench: 64 channels at 1 kHz, half a second a block. Traces of it are large. */
final class WideRun {
    private static final int CHANNELS = 64;
    private static final int ROWS = 500;
    private static final long PERIOD = 1_000_000;
    private static final Layout LAYOUT =
            new Layout(
                    List.of(
                            new RateGroup(
                                    names().map(name ->
                                                    new ChannelSpec(
                                                            name,
                                                            name,
                                                            Unit.NONE,
                                                            "",
                                                            ChannelSpec.Precision.SINGLE))
                                            .toList(),
                                    PERIOD)));

    private final EntryId entry;

    WideRun(String session) {
        entry = EntryId.parse(session + "/bench");
    }

    TelemetryBlock block(int number) {
        long start = EpochNanos.of(CircleRun.START) + (long) number * ROWS * PERIOD;
        long[] times = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            times[row] = start + row * PERIOD;
        }
        List<Column> columns =
                IntStream.range(0, CHANNELS).<Column>mapToObj(WideRun::column).toList();
        return new TelemetryBlock(
                new SourceId(entry.session().value()),
                entry,
                number,
                LAYOUT,
                List.of(new Rows(times, columns)),
                Optional.empty(),
                false);
    }

    /** Asks for the traces of all channels. */
    String subscription() {
        return names().map(name -> "\"" + name + "\"")
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"type\":\"subscribe\",\"cars\":[\"bench\"],\"channels\":[",
                                "]}"));
    }

    private static Stream<String> names() {
        return IntStream.range(0, CHANNELS).mapToObj(channel -> "strain_" + channel);
    }

    private static Column column(int channel) {
        float[] values = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = (float) Math.sin(row * 0.37 + channel);
        }
        return new Column.Singles(values);
    }
}
