package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.edge.block.Warnings;
import java.util.List;

/**
 * Takes out positions that are none: loggers write 0, 0 before the first fix, and damaged rows give
 * values that are not on the Earth. The row stays, its position becomes absent.
 */
final class PositionGuard {
    private final int latitude;
    private final int longitude;
    private final Warnings warnings;

    PositionGuard(List<ChannelSpec> channels, Warnings warnings) {
        List<String> names = channels.stream().map(ChannelSpec::name).toList();
        this.latitude = names.indexOf(StandardChannels.LATITUDE);
        this.longitude = names.indexOf(StandardChannels.LONGITUDE);
        this.warnings = warnings;
    }

    /** Reports a missing position too. */
    void check(double[] values, String position) {
        if (isPresent(values)) {
            checkPresent(values, position);
        } else if (latitude >= 0 && longitude >= 0) {
            warnings.count("row without position", position);
        }
    }

    /** For rows that need not have a position. */
    void checkPresent(double[] values, String position) {
        if (!isPresent(values)) {
            return;
        }
        double north = values[latitude];
        double east = values[longitude];
        if (north == 0 && east == 0) {
            warnings.count("position 0, 0 (no fix) taken as absent", position);
        } else if (Math.abs(north) > 90 || Math.abs(east) > 180) {
            warnings.count("position that is not on the Earth taken as absent", position);
        } else {
            return;
        }
        values[latitude] = Double.NaN;
        values[longitude] = Double.NaN;
    }

    private boolean isPresent(double[] values) {
        return latitude >= 0
                && longitude >= 0
                && !Double.isNaN(values[latitude])
                && !Double.isNaN(values[longitude]);
    }
}
