package dev.vitalcore.telemetry.domain;

import java.util.List;

/**
 * What the weather is expected to be at a place.
 *
 * @param place for which it was made: the middle of the provider's cell of the grid
 * @param stepNanos time between two steps
 * @param steps by time
 */
public record WeatherForecast(Place place, long stepNanos, List<Step> steps) {
    public WeatherForecast {
        steps = List.copyOf(steps);
    }

    /**
     * One moment; what the provider does not know is NaN.
     *
     * @param atNanos since the epoch
     * @param airCelsius at 2 m
     * @param humidityPercent relative, at 2 m
     * @param rainMillimetres of the step that ends at the moment, snow included
     * @param rainPercent how likely any is in the hour around the moment
     * @param windMetresPerSecond at 10 m
     * @param gustMetresPerSecond at 10 m
     * @param windFromDegrees clockwise from north
     */
    public record Step(
            long atNanos,
            double airCelsius,
            double humidityPercent,
            double rainMillimetres,
            double rainPercent,
            double windMetresPerSecond,
            double gustMetresPerSecond,
            double windFromDegrees) {}
}
