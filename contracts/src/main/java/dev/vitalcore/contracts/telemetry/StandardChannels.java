package dev.vitalcore.contracts.telemetry;

import static java.util.Map.entry;

import dev.vitalcore.kernel.Unit;
import java.util.Map;

/**
 * Standard channel names that other contexts may rely on, with the unit in which a reader delivers
 * them. A channel of another name is carried and kept as well; nothing is derived from it.
 */
public final class StandardChannels {
    /** WGS84 degrees, north positive, double precision. */
    public static final String LATITUDE = "latitude";

    /** WGS84 degrees, east positive, double precision. */
    public static final String LONGITUDE = "longitude";

    /** Metres. */
    public static final String ALTITUDE = "altitude";

    /** Ground speed, km/h. */
    public static final String SPEED = "speed";

    /** Degrees clockwise from north. */
    public static final String HEADING = "heading";

    /** rpm. */
    public static final String ENGINE_SPEED = "engine_speed";

    /** Percent. */
    public static final String THROTTLE = "throttle";

    /** Percent. */
    public static final String BRAKE = "brake";

    /** bar. */
    public static final String BRAKE_PRESSURE_FRONT = "brake_pressure_front";

    /** bar. */
    public static final String BRAKE_PRESSURE_REAR = "brake_pressure_rear";

    /** Degrees at the steering wheel. */
    public static final String STEERING = "steering";

    public static final String GEAR = "gear";

    /** g, positive when speeding up. */
    public static final String ACCELERATION_LONGITUDINAL = "acceleration_longitudinal";

    /** g. */
    public static final String ACCELERATION_LATERAL = "acceleration_lateral";

    /** Number of the lap under way, as the logger counts. */
    public static final String LAP_NUMBER = "lap_number";

    /** Time of the last completed lap as the logger or game states it, s. */
    public static final String LAP_TIME_PREVIOUS = "lap_time_previous";

    /** Time since the lap under way began as the logger or game states it, s. */
    public static final String LAP_TIME_RUNNING = "lap_time_running";

    /** Metres from the start line, falls back to about 0 when it is crossed. */
    public static final String LAP_DISTANCE = "lap_distance";

    /** Metres driven since the recording began. */
    public static final String DISTANCE = "distance";

    /** Time of the last completed sector as the logger states it, s. */
    public static final String SPLIT_TIME_PREVIOUS = "split_time_previous";

    /** Number of satellites used. */
    public static final String SATELLITES = "satellites";

    /** Game world coordinates in metres where there is no position on the Earth: east-like axis. */
    public static final String WORLD_X = "world_x";

    /**
     * Game world coordinates in metres where there is no position on the Earth: north-like axis.
     */
    public static final String WORLD_Y = "world_y";

    /** The unit of each standard channel; a block that carries one in another unit is refused. */
    public static final Map<String, Unit> UNITS =
            Map.ofEntries(
                    entry(LATITUDE, Unit.DEGREE),
                    entry(LONGITUDE, Unit.DEGREE),
                    entry(ALTITUDE, Unit.METRE),
                    entry(SPEED, Unit.KILOMETRE_PER_HOUR),
                    entry(HEADING, Unit.DEGREE),
                    entry(ENGINE_SPEED, Unit.REVOLUTION_PER_MINUTE),
                    entry(THROTTLE, Unit.PERCENT),
                    entry(BRAKE, Unit.PERCENT),
                    entry(BRAKE_PRESSURE_FRONT, Unit.BAR),
                    entry(BRAKE_PRESSURE_REAR, Unit.BAR),
                    entry(STEERING, Unit.DEGREE),
                    entry(GEAR, Unit.NONE),
                    entry(ACCELERATION_LONGITUDINAL, Unit.STANDARD_GRAVITY),
                    entry(ACCELERATION_LATERAL, Unit.STANDARD_GRAVITY),
                    entry(LAP_NUMBER, Unit.NONE),
                    entry(LAP_TIME_PREVIOUS, Unit.SECOND),
                    entry(LAP_TIME_RUNNING, Unit.SECOND),
                    entry(LAP_DISTANCE, Unit.METRE),
                    entry(DISTANCE, Unit.METRE),
                    entry(SPLIT_TIME_PREVIOUS, Unit.SECOND),
                    entry(SATELLITES, Unit.NONE),
                    entry(WORLD_X, Unit.METRE),
                    entry(WORLD_Y, Unit.METRE));

    private StandardChannels() {}
}
