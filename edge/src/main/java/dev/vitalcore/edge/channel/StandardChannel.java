package dev.vitalcore.edge.channel;

import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.kernel.Unit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What vendors call the standard channels: the dictionary. Spellings are compared without case and
 * without anything but letters and digits ({@code Engine_Speed}, {@code engine speed}); the earlier
 * a spelling stands, the more it is trusted when a recording has several channels for one quantity.
 */
enum StandardChannel {
    LATITUDE(StandardChannels.LATITUDE, "latitude lat gpslatitude gpslat vboxlatmin"),
    LONGITUDE(
            StandardChannels.LONGITUDE,
            "longitude long lon lng gpslongitude gpslong gpslon vboxlongminutes"),
    ALTITUDE(StandardChannels.ALTITUDE, "altitude height alt gpsaltitude elevation"),
    SPEED(
            StandardChannels.SPEED,
            "velocity gpsspeed groundspeed speed speedms vehiclespeed speedoverground carspeed corrspeed drivespeed"),
    HEADING(StandardChannels.HEADING, "heading bearing course gpsheading"),
    ENGINE_SPEED(
            StandardChannels.ENGINE_SPEED, "enginespeed rpm rpms enginerpm nmot currentenginerpm"),
    THROTTLE(
            StandardChannels.THROTTLE,
            "throttle throttlepedal throttlepos throttleposition aps acceleratorpos accelposition acceleratorposition"),
    BRAKE(StandardChannels.BRAKE, "brake brakepedal brakepos brakeposition"),
    BRAKE_PRESSURE_FRONT(
            StandardChannels.BRAKE_PRESSURE_FRONT,
            "brakepressurefront brakepresfront brakepressfront frontbrakepressure pbrakef"),
    BRAKE_PRESSURE_REAR(
            StandardChannels.BRAKE_PRESSURE_REAR,
            "brakepressurerear brakepresrear brakepressrear rearbrakepressure pbraker"),
    STEERING(
            StandardChannels.STEERING,
            "steeringangle steering steeringwheelangle steeredangle steerangle"),
    GEAR(StandardChannels.GEAR, "gear gearposition gearpos currentgear"),
    ACCELERATION_LONGITUDINAL(
            StandardChannels.ACCELERATION_LONGITUDINAL,
            "accelerationlongitudinal longacc longaccel longitudinalacc longitudinalacceleration gforcelong glong glon accxcan"),
    ACCELERATION_LATERAL(
            StandardChannels.ACCELERATION_LATERAL,
            "accelerationlateral latacc lataccel lateralacc lateralacceleration gforcelat glat accycan"),
    LAP_NUMBER(StandardChannels.LAP_NUMBER, "lapnumber currentlap lap lapno lapcount"),
    LAP_TIME_PREVIOUS(
            StandardChannels.LAP_TIME_PREVIOUS, "laptimeprevious lastlaptime previouslaptime"),
    LAP_TIME_RUNNING(
            StandardChannels.LAP_TIME_RUNNING, "laptimerunning currentlaptime runninglaptime"),
    LAP_DISTANCE(
            StandardChannels.LAP_DISTANCE,
            "lapdistance distanceroundtrack laptriggerlapdistdls lapdist"),
    DISTANCE(StandardChannels.DISTANCE, "distance distancetraveled distancetravelled"),
    SPLIT_TIME_PREVIOUS(StandardChannels.SPLIT_TIME_PREVIOUS, "splittimeprevious lastsplittime"),
    SATELLITES(StandardChannels.SATELLITES, "satellites sats gpssatellites"),
    WORLD_X(StandardChannels.WORLD_X, "worldx worldpositionx"),
    WORLD_Y(StandardChannels.WORLD_Y, "worldy worldpositionz");

    private final String channel;
    private final Unit unit;
    private final String spellings;

    /**
     * @param spellings separated by blanks, the most trusted first
     */
    StandardChannel(String channel, String spellings) {
        this.channel = channel;
        this.unit = Objects.requireNonNull(StandardChannels.UNITS.get(channel), channel);
        this.spellings = " " + spellings + " ";
    }

    static Optional<StandardChannel> named(String standardName) {
        for (StandardChannel channel : values()) {
            if (channel.channel.equals(standardName)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }

    String channel() {
        return channel;
    }

    Unit unit() {
        return unit;
    }

    /** Position and distance need more than the seven digits of a float. */
    Precision precision() {
        return switch (this) {
            case LATITUDE, LONGITUDE, DISTANCE -> Precision.DOUBLE;
            case ALTITUDE,
                    SPEED,
                    HEADING,
                    ENGINE_SPEED,
                    THROTTLE,
                    BRAKE,
                    BRAKE_PRESSURE_FRONT,
                    BRAKE_PRESSURE_REAR,
                    STEERING,
                    GEAR,
                    ACCELERATION_LONGITUDINAL,
                    ACCELERATION_LATERAL,
                    LAP_NUMBER,
                    LAP_TIME_PREVIOUS,
                    LAP_TIME_RUNNING,
                    LAP_DISTANCE,
                    SPLIT_TIME_PREVIOUS,
                    SATELLITES,
                    WORLD_X,
                    WORLD_Y ->
                    Precision.SINGLE;
        };
    }

    /** The lower, the more the name is trusted; -1 where it is none of the spellings. */
    int rank(String originalName) {
        return spellings.indexOf(" " + normalised(originalName) + " ");
    }

    private static String normalised(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
