package dev.vitalcore.edge.plausibility;

import static dev.vitalcore.contracts.telemetry.StandardChannels.DISTANCE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.LATITUDE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.LONGITUDE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.SPEED;
import static dev.vitalcore.contracts.telemetry.StandardChannels.WORLD_X;
import static dev.vitalcore.contracts.telemetry.StandardChannels.WORLD_Y;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the way that the speed makes with the way between positions, or else with the distance
 * driven, over steps of a second. A chord is a little shorter than the way round a corner and
 * positions jitter, so only a difference that another unit would explain is doubted.
 */
final class MovementCheck {
    private static final double STEP_S = 1;

    /** Over a longer step nothing was recorded, or the car turned too much. */
    private static final double LONGEST_STEP_S = 3;

    /** Below it jitter is as large as the movement; above it the position jumped. */
    private static final double SLOWEST_M_PER_S = 5;

    private static final double FASTEST_M_PER_S = 150;
    private static final double LEAST_WAY_M = 500;

    /** By how much, as a natural logarithm, the ratio may differ from that of two units. */
    private static final double TOLERANCE = 0.08;

    private static final List<Unit> UNITS =
            List.of(Unit.METRE_PER_SECOND, Unit.KILOMETRE_PER_HOUR, Unit.MILE_PER_HOUR, Unit.KNOT);

    private static final double EARTH_M = 6_371_008.8;

    private final @Nullable Cell speed;
    private final @Nullable Place place;
    private double readWay;
    private double wayAtAnchor;
    private long speedTime = Long.MIN_VALUE;
    private double lastSpeed;
    private long anchorTime = Long.MIN_VALUE;
    private double anchorX;
    private double anchorY;
    private double movedWay;
    private double comparedWay;

    private record Cell(int group, int column, ChannelSpec channel) {}

    /** Where the car is, by two columns of one group. */
    private record Place(int group, int north, int east, Metres metres) {}

    @FunctionalInterface
    private interface Metres {
        double between(double north1, double east1, double north2, double east2);
    }

    MovementCheck(Layout layout) {
        speed = find(layout, SPEED);
        place =
                Stream.of(
                                place(LATITUDE, LONGITUDE, layout, MovementCheck::onEarth),
                                place(WORLD_Y, WORLD_X, layout, MovementCheck::onPlane),
                                place(DISTANCE, DISTANCE, layout, MovementCheck::along))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
    }

    private static double onEarth(double north1, double east1, double north2, double east2) {
        double shrink = Math.cos(Math.toRadians((north1 + north2) / 2));
        return EARTH_M
                * onPlane(
                        Math.toRadians(north1),
                        Math.toRadians(east1) * shrink,
                        Math.toRadians(north2),
                        Math.toRadians(east2) * shrink);
    }

    private static double onPlane(double north1, double east1, double north2, double east2) {
        return Math.hypot(north2 - north1, east2 - east1);
    }

    private static double along(double way1, double same1, double way2, double same2) {
        return Math.abs(way2 - way1);
    }

    void see(TelemetryBlock block) {
        Cell read = speed;
        Place where = place;
        if (read == null || where == null) {
            return;
        }
        Rows speeds = block.rows().get(read.group());
        Rows fixes = block.rows().get(where.group());
        int driven = 0;
        for (int row = 0; row < fixes.size(); row++) {
            while (driven < speeds.size() && speeds.times()[driven] <= fixes.times()[row]) {
                drive(read, speeds, driven++);
            }
            move(where, fixes, row);
        }
        while (driven < speeds.size()) {
            drive(read, speeds, driven++);
        }
    }

    private void drive(Cell read, Rows rows, int row) {
        double value =
                read.channel()
                        .unit()
                        .convert(
                                rows.columns().get(read.column()).valueAt(row),
                                Unit.METRE_PER_SECOND);
        if (Double.isNaN(value)) {
            return;
        }
        long time = rows.times()[row];
        if (speedTime != Long.MIN_VALUE && seconds(time - speedTime) <= LONGEST_STEP_S) {
            readWay += (value + lastSpeed) / 2 * seconds(time - speedTime);
        }
        speedTime = time;
        lastSpeed = value;
    }

    private void move(Place where, Rows rows, int row) {
        double north = rows.columns().get(where.north()).valueAt(row);
        double east = rows.columns().get(where.east()).valueAt(row);
        if (Double.isNaN(north) || Double.isNaN(east)) {
            return;
        }
        long time = rows.times()[row];
        double step =
                anchorTime == Long.MIN_VALUE ? LONGEST_STEP_S + 1 : seconds(time - anchorTime);
        if (step < STEP_S) {
            return;
        }
        double moved = where.metres().between(anchorY, anchorX, north, east);
        if (step <= LONGEST_STEP_S
                && moved >= SLOWEST_M_PER_S * step
                && moved <= FASTEST_M_PER_S * step) {
            movedWay += moved;
            comparedWay += readWay - wayAtAnchor;
        }
        anchorTime = time;
        anchorX = east;
        anchorY = north;
        wayAtAnchor = readWay;
    }

    Optional<String> doubt() {
        Cell read = speed;
        if (read == null || movedWay < LEAST_WAY_M || comparedWay <= 0) {
            return Optional.empty();
        }
        Unit taken =
                Unit.find(read.channel().originalUnit())
                        .filter(unit -> unit.convertsTo(Unit.METRE_PER_SECOND))
                        .orElse(read.channel().unit());
        double ratio = movedWay / comparedWay;
        // A difference that no unit explains is not one of units: times of arrival, wheelspin.
        return UNITS.stream()
                .min(Comparator.comparingDouble(unit -> misfit(unit, taken, ratio)))
                .filter(unit -> unit != taken && misfit(unit, taken, ratio) < TOLERANCE)
                .map(unit ->
                        String.format(
                                Locale.ROOT,
                                "%s ('%s') is taken as %s, but the car moves %.2f times as"
                                        + " fast: it may be in %s; correct it with a"
                                        + " calibration (gain %.3f)",
                                read.channel().name(),
                                read.channel().originalName(),
                                taken.symbol(),
                                ratio,
                                unit.symbol(),
                                unit.convert(1, taken)));
    }

    private static double misfit(Unit unit, Unit taken, double ratio) {
        return Math.abs(Math.log(unit.convert(1, taken) / ratio));
    }

    private static @Nullable Cell find(Layout layout, String name) {
        for (int group = 0; group < layout.groups().size(); group++) {
            List<ChannelSpec> channels = layout.groups().get(group).channels();
            for (int column = 0; column < channels.size(); column++) {
                if (channels.get(column).name().equals(name)) {
                    return new Cell(group, column, channels.get(column));
                }
            }
        }
        return null;
    }

    private static Optional<Place> place(String north, String east, Layout layout, Metres metres) {
        Cell up = find(layout, north);
        Cell right = find(layout, east);
        return up == null || right == null || up.group() != right.group()
                ? Optional.empty()
                : Optional.of(new Place(up.group(), up.column(), right.column(), metres));
    }

    private static double seconds(long nanos) {
        return (double) nanos / EpochNanos.PER_SECOND;
    }
}
