package dev.vitalcore.contracts.telemetry;

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

    private StandardChannels() {}
}
