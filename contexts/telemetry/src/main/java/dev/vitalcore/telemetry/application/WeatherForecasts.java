package dev.vitalcore.telemetry.application;

import dev.vitalcore.telemetry.domain.Place;
import dev.vitalcore.telemetry.domain.WeatherForecast;
import java.io.IOException;

/** A provider of weather forecasts, on another machine. */
public interface WeatherForecasts {
    /** For people, e.g. {@code Open-Meteo}. */
    String provider();

    /**
     * The forecast of the next hours. Ends when its thread is interrupted; takes no more memory
     * than a bounded answer.
     *
     * @throws dev.vitalcore.kernel.Fault (user) when the provider knows nothing of such a place
     * @throws IOException when it cannot be had; {@link dev.vitalcore.platform.calls.TryLater} when
     *     the provider says when to come back
     */
    WeatherForecast at(Place place) throws IOException, InterruptedException;
}
