package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.calls.Answer;
import dev.vitalcore.telemetry.domain.WeatherForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the weather is expected to be.
 *
 * @param state fresh or stale
 * @param ageS since it was fetched
 * @param reason why it is stale
 * @param latitude of the place for which the provider made it
 */
public record WeatherForecastJson(
        String provider,
        String state,
        String fetched,
        double ageS,
        @Nullable String reason,
        double latitude,
        double longitude,
        double stepS,
        List<Step> steps) {
    private static final double NANOS = 1e9;

    public static WeatherForecastJson of(
            String provider, Answer<WeatherForecast> answer, Instant now) {
        WeatherForecast forecast = answer.value();
        return new WeatherForecastJson(
                provider,
                switch (answer) {
                    case Answer.Fresh<WeatherForecast> fresh -> "fresh";
                    case Answer.Stale<WeatherForecast> stale -> "stale";
                },
                answer.at().toString(),
                Math.max(0, Duration.between(answer.at(), now).toNanos() / NANOS),
                answer instanceof Answer.Stale<WeatherForecast> stale ? stale.reason() : null,
                forecast.place().latitude(),
                forecast.place().longitude(),
                EpochNanos.toSeconds(forecast.stepNanos()),
                forecast.steps().stream().map(Step::of).toList());
    }

    /**
     * One moment; null where the provider does not know.
     *
     * @param rainMm of the step that ends then
     */
    public record Step(
            String at,
            double airC,
            double humidityPercent,
            double rainMm,
            double rainPercent,
            double windMps,
            double gustMps,
            double windFromDeg) {
        static Step of(WeatherForecast.Step step) {
            return new Step(
                    EpochNanos.toInstant(step.atNanos()).toString(),
                    step.airCelsius(),
                    step.humidityPercent(),
                    step.rainMillimetres(),
                    step.rainPercent(),
                    step.windMetresPerSecond(),
                    step.gustMetresPerSecond(),
                    step.windFromDegrees());
        }
    }
}
