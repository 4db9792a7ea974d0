package dev.vitalcore.openmeteo;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.http.BoundedHttp;
import dev.vitalcore.telemetry.application.WeatherForecasts;
import dev.vitalcore.telemetry.domain.Place;
import dev.vitalcore.telemetry.domain.WeatherForecast;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;

/**
 * Asks Open-Meteo for the next twelve hours in steps of a quarter of an hour, in metric units and
 * Unix time. Sends the place and nothing else. Thread-safe.
 */
public final class OpenMeteo implements WeatherForecasts, AutoCloseable {
    private static final int MOST_BYTES = 256 * 1024;
    private static final Map<String, String> JSON = Map.of("Accept", "application/json");
    private static final int STEPS = 48;

    /** One more than the steps, so that the last step's hour is there. */
    private static final int HOURS = 13;

    private final URI base;
    private final BoundedHttp http = new BoundedHttp(MOST_BYTES);

    /**
     * @param base with or without a path, e.g. {@code https://api.open-meteo.com}
     * @throws Fault (user) when it is no address of a web server
     */
    public OpenMeteo(URI base) {
        String scheme = base.getScheme() == null ? "" : base.getScheme();
        if (!(scheme.equals("http") || scheme.equals("https"))
                || base.getHost() == null
                || base.getRawQuery() != null
                || base.getUserInfo() != null) {
            throw Fault.user(
                    "weather-url-unusable",
                    "'" + withoutUser(base) + "' is no address of a weather provider",
                    "give one like https://HOST or http://HOST:PORT/path, without user and query");
        }
        this.base = base;
    }

    @Override
    public String provider() {
        return "Open-Meteo";
    }

    @Override
    public WeatherForecast at(Place place) throws IOException, InterruptedException {
        return switch (http.get(question(place), JSON)) {
            case BoundedHttp.Reply(int status, HttpHeaders headers, byte[] body)
                    when status == 200 ->
                    ForecastJson.read(body);
            case BoundedHttp.Reply(int status, HttpHeaders headers, byte[] body)
                    when status == 400 ->
                    throw Fault.user(
                            "forecast-refused",
                            "the weather provider refused the question: "
                                    + ForecastJson.reason(body),
                            "ask for another place");
            case BoundedHttp.Reply(int status, HttpHeaders headers, byte[] body) ->
                    throw new IOException("HTTP " + status + " from " + base.getHost());
        };
    }

    @Override
    public void close() {
        http.close();
    }

    private URI question(Place place) {
        String path = base.getRawPath() == null ? "" : base.getRawPath().replaceFirst("/+$", "");
        return base.resolve(
                String.format(
                        Locale.ROOT,
                        "%s/v1/forecast?latitude=%.2f&longitude=%.2f&minutely_15=%s"
                                + "&forecast_minutely_15=%d&hourly=%s&forecast_hours=%d"
                                + "&wind_speed_unit=ms&timeformat=unixtime&timezone=GMT",
                        path,
                        place.latitude(),
                        place.longitude(),
                        String.join(",", ForecastJson.VARIABLES),
                        STEPS,
                        ForecastJson.RAIN_PROBABILITY,
                        HOURS));
    }

    /** A password never gets into a message. */
    private static String withoutUser(URI base) {
        return base.toString().replaceFirst("//[^/@]*@", "//");
    }
}
