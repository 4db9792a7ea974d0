package dev.vitalcore.telemetry.domain;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Corrections of sensors: {@code calibrated = value * gain + offset}, in the channel's unit.
 * Channels that are not named stay as they are.
 */
public record Calibration(Map<String, Correction> corrections) {
    public static final Calibration IDENTITY = new Calibration(Map.of());

    /** Of one channel. */
    public record Correction(double gain, double offset) {
        public Correction {
            if (!Double.isFinite(gain) || gain == 0) {
                throw new IllegalArgumentException(
                        "gain " + gain + " is not usable: use a finite number other than 0");
            }
            if (!Double.isFinite(offset)) {
                throw new IllegalArgumentException(
                        "offset " + offset + " is not usable: use a finite number");
            }
        }

        private Column apply(Column column) {
            return switch (column) {
                case Column.Singles(float[] values) -> {
                    float[] calibrated = new float[values.length];
                    for (int row = 0; row < values.length; row++) {
                        calibrated[row] = (float) (values[row] * gain + offset);
                    }
                    yield new Column.Singles(calibrated);
                }
                case Column.Doubles(double[] values) -> {
                    double[] calibrated = new double[values.length];
                    for (int row = 0; row < values.length; row++) {
                        calibrated[row] = values[row] * gain + offset;
                    }
                    yield new Column.Doubles(calibrated);
                }
            };
        }
    }

    public Calibration {
        corrections = Map.copyOf(corrections);
    }

    /** Whether it changes any channel of the layout. */
    public boolean concerns(Layout layout) {
        return !corrections.isEmpty()
                && layout.groups().stream()
                        .flatMap(group -> group.channels().stream())
                        .anyMatch(channel -> corrections.containsKey(channel.name()));
    }

    /** The block with calibrated values. */
    public TelemetryBlock apply(TelemetryBlock block) {
        List<Rows> rows = new ArrayList<>(block.rows().size());
        for (int group = 0; group < block.rows().size(); group++) {
            rows.add(apply(block.rows().get(group), block.layout().groups().get(group).channels()));
        }
        return withRows(block, rows);
    }

    private Rows apply(Rows rows, List<ChannelSpec> channels) {
        List<Column> columns = new ArrayList<>(rows.columns());
        for (int channel = 0; channel < channels.size(); channel++) {
            Correction correction = corrections.get(channels.get(channel).name());
            if (correction != null) {
                columns.set(channel, correction.apply(columns.get(channel)));
            }
        }
        return new Rows(rows.times(), columns);
    }

    private static TelemetryBlock withRows(TelemetryBlock block, List<Rows> rows) {
        return new TelemetryBlock(
                block.source(),
                block.entry(),
                block.sequence(),
                block.layout(),
                rows,
                block.declaration(),
                block.last());
    }
}
