package dev.vitalcore.edge.plausibility;

import static java.util.Map.entry;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether the values of a standard channel lie where a race car's can. */
final class RangeCheck {
    /** What the fastest cars reach, with room to spare; in the channel's standard unit. */
    private static final Map<String, Range> RANGES =
            Map.ofEntries(
                    entry(StandardChannels.SPEED, new Range(0, 500)),
                    entry(StandardChannels.ENGINE_SPEED, new Range(0, 25_000)),
                    entry(StandardChannels.THROTTLE, new Range(-25, 150)),
                    entry(StandardChannels.BRAKE, new Range(-25, 150)),
                    entry(StandardChannels.BRAKE_PRESSURE_FRONT, new Range(-20, 300)),
                    entry(StandardChannels.BRAKE_PRESSURE_REAR, new Range(-20, 300)),
                    entry(StandardChannels.STEERING, new Range(-1_080, 1_080)),
                    entry(StandardChannels.ACCELERATION_LONGITUDINAL, new Range(-8, 8)),
                    entry(StandardChannels.ACCELERATION_LATERAL, new Range(-8, 8)));

    /** Spikes are no wrong unit: only what lies outside for more than this share. */
    private static final double MOST_OUTSIDE = 0.01;

    private static final int LEAST_SAMPLES = 100;

    /** A pedal that goes up to here, and no further, is a share of 1. */
    private static final double FULL_SHARE = 1.1;

    private static final double HALF_SHARE = 0.5;

    private record Range(double least, double most) {}

    private final ChannelSpec channel;
    private final Range range;
    private long samples;
    private long outside;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private RangeCheck(ChannelSpec channel, Range range) {
        this.channel = channel;
        this.range = range;
    }

    /** Empty for a channel of which no range is known. */
    static Optional<RangeCheck> of(ChannelSpec channel) {
        return Optional.ofNullable(RANGES.get(channel.name()))
                .map(range -> new RangeCheck(channel, range));
    }

    void see(Column values) {
        for (int row = 0; row < values.size(); row++) {
            double value = values.valueAt(row);
            if (!Double.isNaN(value)) {
                samples++;
                outside += value < range.least() || value > range.most() ? 1 : 0;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
    }

    Optional<String> doubt() {
        if (samples < LEAST_SAMPLES) {
            return Optional.empty();
        }
        if (outside > samples * MOST_OUTSIDE) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "%s ('%s') goes from %.4g to %.4g %s, beyond what a car does in %.0f %%"
                                    + " of its samples: its unit may be another; correct it with a"
                                    + " calibration (gain)",
                            channel.name(),
                            channel.originalName(),
                            least,
                            most,
                            channel.unit().symbol(),
                            100.0 * outside / samples));
        }
        if (isPedal() && least >= 0 && most > HALF_SHARE && most < FULL_SHARE) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "%s ('%s') never goes above %.4g %%: it may be a share of 1; correct it"
                                    + " with a calibration (gain 100)",
                            channel.name(),
                            channel.originalName(),
                            most));
        }
        return Optional.empty();
    }

    private boolean isPedal() {
        return channel.name().equals(StandardChannels.THROTTLE)
                || channel.name().equals(StandardChannels.BRAKE);
    }
}
