package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.calls.Answer;
import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.calls.LastGood;
import dev.vitalcore.telemetry.domain.Place;
import dev.vitalcore.telemetry.domain.WeatherForecast;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The weather forecast of a place: the provider's, kept as long as it does not make a new one, and
 * the last good one, marked as stale, where it cannot be had. No call leaves the machine before
 * somebody asks.
 */
public final class Forecasts {
    /** The provider makes a new one each quarter of an hour at best. */
    public static final LastGood.Keeping KEEPING =
            new LastGood.Keeping(64, Duration.ofMinutes(10), Duration.ofHours(6));

    public static final CallPolicy POLICY =
            new CallPolicy(
                    "weather-forecast",
                    new CallPolicy.Purpose(
                            "weather forecast",
                            "the forecast is the last one that could be had, at most six hours old;"
                                    + " the weather that the circuit itself measures goes on"),
                    Duration.ofSeconds(5),
                    new CallPolicy.Places(2, Duration.ofSeconds(1)),
                    new CallPolicy.Attempts(2, Duration.ofMillis(250), Duration.ofSeconds(1)),
                    new CallPolicy.Breaker(
                            10, 4, 50, Duration.ofSeconds(3), 80, Duration.ofSeconds(60), 1),
                    CallPolicy.Fallback.LAST_GOOD);

    private final Optional<WeatherForecasts> provider;
    private final GuardedCalls calls;
    private final LastGood<Place, WeatherForecast> lastGood;

    /**
     * @param provider none: every question is refused
     */
    public Forecasts(Optional<WeatherForecasts> provider, GuardedCalls calls, InstantSource clock) {
        this.provider = provider;
        this.calls = calls;
        this.lastGood = new LastGood<>(KEEPING, clock);
    }

    /**
     * Whose forecasts these are.
     *
     * @throws Fault (conflict) where no provider is set up
     */
    public String requireProvider() {
        return required().provider();
    }

    /**
     * The forecast of the place, to about a kilometre.
     *
     * @throws Fault (conflict) where no provider is set up; (unavailable) where none can be had,
     *     nor was one of the last hours
     */
    public Answer<WeatherForecast> at(Place place) {
        WeatherForecasts forecasts = required();
        Place rounded = place.rounded();
        return lastGood.get(rounded, () -> calls.call(POLICY, () -> forecasts.at(rounded)));
    }

    private WeatherForecasts required() {
        return provider.orElseThrow(() ->
                Fault.conflict(
                        "forecast-off",
                        "no provider of weather forecasts is set up",
                        "start the platform with --weather-url URL"));
    }
}
