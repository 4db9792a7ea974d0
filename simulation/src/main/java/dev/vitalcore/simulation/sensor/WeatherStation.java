package dev.vitalcore.simulation.sensor;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.simulation.race.Race;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The circuit's weather station. Wind and humidity are its own: the cars do not feel them. Read
 * once a second.
 */
final class WeatherStation {
    static final List<String> CHANNELS =
            List.of(
                    StandardChannels.AIR_TEMPERATURE,
                    StandardChannels.TRACK_TEMPERATURE,
                    StandardChannels.HUMIDITY,
                    StandardChannels.WIND_SPEED,
                    StandardChannels.WIND_DIRECTION,
                    StandardChannels.RAIN_INTENSITY,
                    StandardChannels.TRACK_WETNESS,
                    StandardChannels.AIR_PRESSURE);

    /** Rain of strength 1, mm/h: heavy by the scale of the meteorological services. */
    private static final double FULL_RAIN = 12;

    private static final double BUCKET_MM_H = 0.1;
    private static final double WIND_SPREAD = 1.2;
    private static final double TURN_SPREAD = 25;
    private static final double WANDER_S = 120;
    private static final double HEIGHT_M = 230;

    private final Race race;
    private final SplittableRandom random;
    private final double meanWind;
    private final double meanDirection;
    private final double dryHumidity;
    private double wind;
    private double turn;

    WeatherStation(Race race, SplittableRandom random) {
        this.race = race;
        this.random = random;
        meanWind = 1.5 + 3 * random.nextDouble();
        meanDirection = 360 * random.nextDouble();
        dryHumidity = 45 + 20 * random.nextDouble();
    }

    /** One value a channel, a second after the last ones. */
    double[] read() {
        wind = wander(wind, WIND_SPREAD);
        turn = wander(turn, TURN_SPREAD);
        double rain = race.rain();
        return new double[] {
            noisy(race.air(), 0.05),
            noisy(race.road(), 0.1),
            humidity(rain),
            Math.max(0, noisy(meanWind + wind, 0.2)),
            direction(),
            Math.round(FULL_RAIN * rain / BUCKET_MM_H) * BUCKET_MM_H,
            100 * race.wetness(),
            noisy(pressure(rain), 0.03)
        };
    }

    private double humidity(double rain) {
        double wet = 0.6 * rain + 0.4 * race.wetness();
        return Math.clamp(noisy(dryHumidity + (97 - dryHumidity) * wet, 0.3), 0, 100);
    }

    private double direction() {
        double degrees = noisy(meanDirection + turn, 3) % 360;
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** International Standard Atmosphere (ISO 2533), a little lower under rain. */
    private static double pressure(double rain) {
        double standard = 1_013.25 * StrictMath.pow(1 - 0.0065 * HEIGHT_M / 288.15, 5.2559);
        return standard - 2 * rain;
    }

    /** An Ornstein-Uhlenbeck process. */
    private double wander(double now, double spread) {
        double back = 1 / WANDER_S;
        return now * (1 - back) + spread * Math.sqrt(2 * back) * random.nextGaussian();
    }

    private double noisy(double value, double deviation) {
        return value + deviation * random.nextGaussian();
    }
}
