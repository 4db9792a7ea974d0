package dev.vitalcore.gateway;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.WeatherForecasts;
import dev.vitalcore.telemetry.domain.Place;
import dev.vitalcore.telemetry.domain.WeatherForecast;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A provider that answers, but for two latitudes. */
final class ScriptedWeather implements WeatherForecasts {
    static final double AWAY_AT = -33;
    static final double HANGS_AT = 11;

    private final List<Place> asked = new CopyOnWriteArrayList<>();

    private final CountDownLatch held = new CountDownLatch(1);

    /** Lets all answer that hang. */
    void letGo() {
        held.countDown();
    }

    List<Place> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String provider() {
        return "Scripted";
    }

    @Override
    public WeatherForecast at(Place place) throws IOException {
        asked.add(place);
        if (place.latitude() == AWAY_AT) {
            throw new IOException("the provider is away");
        }
        if (place.latitude() == HANGS_AT) {
            awaitLetGo();
        }
        return new WeatherForecast(
                place,
                900 * EpochNanos.PER_SECOND,
                List.of(
                        new WeatherForecast.Step(
                                1748091600 * EpochNanos.PER_SECOND,
                                18.5,
                                60,
                                0.5,
                                Double.NaN,
                                3,
                                7,
                                240)));
    }

    private void awaitLetGo() throws IOException {
        try {
            held.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the time of the call is up");
        }
    }
}
