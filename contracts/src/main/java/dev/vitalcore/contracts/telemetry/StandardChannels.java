package dev.vitalcore.contracts.telemetry;

import static java.util.Map.entry;

import dev.vitalcore.kernel.Unit;
import java.util.HashMap;
import java.util.List;
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

    /** {@link TyreCompound} that the car is on. */
    public static final String TYRE_COMPOUND = "tyre_compound";

    /** Laps that the set of tyres has done; the lap under way counts when it is over. */
    public static final String TYRE_AGE = "tyre_age";

    /** Stops in the box so far. */
    public static final String PIT_STOPS = "pit_stops";

    /** 1 between pit entry and pit exit, else 0. */
    public static final String IN_PIT_LANE = "in_pit_lane";

    /** {@link Trackside.RaceFlag} that race control shows. */
    public static final String FLAG = "flag";

    /** How many marshal sectors the circuit has; they divide the lap evenly from the line. */
    public static final String MARSHAL_SECTORS = "marshal_sectors";

    /**
     * {@link Trackside.SectorFlag} of a marshal sector, whose number follows: {@link
     * Trackside#sectorChannel}.
     */
    static final String FLAG_SECTOR = "flag_sector_";

    /** Where the newest hazard is, metres from the line along the centre line; absent when none. */
    public static final String HAZARD_DISTANCE = "hazard_distance";

    /** {@link Trackside.IncidentKind}: a sample an incident, at its instant. */
    public static final String INCIDENT_KIND = "incident_kind";

    /** Start number of the car of the incident at the same instant. */
    public static final String INCIDENT_CAR = "incident_car";

    /** Where the incident of the same instant was, metres from the line along the centre line. */
    public static final String INCIDENT_DISTANCE = "incident_distance";

    /** °C. */
    public static final String AIR_TEMPERATURE = "air_temperature";

    /** Of the road's surface, °C. */
    public static final String TRACK_TEMPERATURE = "track_temperature";

    /** Relative, percent. */
    public static final String HUMIDITY = "humidity";

    /** m/s. */
    public static final String WIND_SPEED = "wind_speed";

    /** Where the wind comes from, degrees clockwise from north. */
    public static final String WIND_DIRECTION = "wind_direction";

    /** mm/h. */
    public static final String RAIN_INTENSITY = "rain_intensity";

    /** Percent; 0 dry, 100 standing water everywhere. */
    public static final String TRACK_WETNESS = "track_wetness";

    /** hPa, at the circuit's height. */
    public static final String AIR_PRESSURE = "air_pressure";

    /** The unit of each standard channel; a block that carries one in another unit is refused. */
    public static final Map<String, Unit> UNITS = units();

    /**
     * How those channels go on between samples that do not go straight ({@link Course#of}). The
     * page keeps the names of those in steps as well (web/src/main/web/model/frame-channels.ts).
     */
    static final Map<String, Course> COURSES = courses();

    private StandardChannels() {}

    private static Map<String, Unit> ofCars() {
        return Map.ofEntries(
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
                entry(WORLD_Y, Unit.METRE),
                entry(TYRE_COMPOUND, Unit.NONE),
                entry(TYRE_AGE, Unit.NONE),
                entry(PIT_STOPS, Unit.NONE),
                entry(IN_PIT_LANE, Unit.NONE));
    }

    private static Map<String, Unit> ofTrackside() {
        return Map.ofEntries(
                entry(FLAG, Unit.NONE),
                entry(MARSHAL_SECTORS, Unit.NONE),
                entry(HAZARD_DISTANCE, Unit.METRE),
                entry(INCIDENT_KIND, Unit.NONE),
                entry(INCIDENT_CAR, Unit.NONE),
                entry(INCIDENT_DISTANCE, Unit.METRE),
                entry(AIR_TEMPERATURE, Unit.CELSIUS),
                entry(TRACK_TEMPERATURE, Unit.CELSIUS),
                entry(HUMIDITY, Unit.PERCENT),
                entry(WIND_SPEED, Unit.METRE_PER_SECOND),
                entry(WIND_DIRECTION, Unit.DEGREE),
                entry(RAIN_INTENSITY, Unit.MILLIMETRE_PER_HOUR),
                entry(TRACK_WETNESS, Unit.PERCENT),
                entry(AIR_PRESSURE, Unit.HECTOPASCAL));
    }

    private static Map<String, Course> courses() {
        Map<String, Course> courses = new HashMap<>();
        List.of(
                        GEAR,
                        LAP_NUMBER,
                        LAP_TIME_PREVIOUS,
                        SPLIT_TIME_PREVIOUS,
                        SATELLITES,
                        TYRE_COMPOUND,
                        TYRE_AGE,
                        PIT_STOPS,
                        IN_PIT_LANE,
                        FLAG,
                        MARSHAL_SECTORS,
                        HAZARD_DISTANCE,
                        INCIDENT_KIND,
                        INCIDENT_CAR,
                        INCIDENT_DISTANCE)
                .forEach(name -> courses.put(name, Course.STEPS));
        for (int sector = 1; sector <= Trackside.MOST_MARSHAL_SECTORS; sector++) {
            courses.put(Trackside.sectorChannel(sector), Course.STEPS);
        }
        courses.put(HEADING, Course.DIRECTION);
        courses.put(WIND_DIRECTION, Course.DIRECTION);
        courses.put(LAP_DISTANCE, Course.EACH_LAP);
        courses.put(LAP_TIME_RUNNING, Course.EACH_LAP);
        return Map.copyOf(courses);
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>(ofCars());
        units.putAll(ofTrackside());
        for (int sector = 1; sector <= Trackside.MOST_MARSHAL_SECTORS; sector++) {
            units.put(Trackside.sectorChannel(sector), Unit.NONE);
        }
        return Map.copyOf(units);
    }
}
