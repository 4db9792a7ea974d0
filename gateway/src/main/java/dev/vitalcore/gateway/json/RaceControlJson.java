package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.RaceControlReport;
import dev.vitalcore.telemetry.domain.RaceControlMessage;
import dev.vitalcore.telemetry.domain.RaceControlMessage.FlagShown;
import dev.vitalcore.telemetry.domain.RaceControlMessage.IncidentReported;
import dev.vitalcore.telemetry.domain.RaceControlMessage.SectorFlagShown;
import dev.vitalcore.telemetry.domain.RaceControlMessage.WeatherTurned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What race control had to say.
 *
 * @param messages by time, the newest of them
 * @param marshalSectors of the circuit; 0 where it did not say
 * @param total how many messages there are
 */
public record RaceControlJson(List<Message> messages, int marshalSectors, long total) {
    public static RaceControlJson of(RaceControlReport report, long originNanos) {
        return new RaceControlJson(
                report.messages().stream().map(said -> Message.of(said, originNanos)).toList(),
                report.marshalSectors(),
                report.total());
    }

    /**
     * One message; what does not belong to its kind is null.
     *
     * @param kind flag, sector_flag, incident or weather
     * @param flag what is shown
     * @param sector marshal sector, from 1
     * @param car the name of its entry
     * @param incident what happened to the car
     * @param distanceM where, from the line along the centre line
     * @param weather what it turned to
     */
    public record Message(
            double atS,
            String kind,
            @Nullable String flag,
            @Nullable Integer sector,
            @Nullable String car,
            @Nullable String incident,
            double distanceM,
            @Nullable String weather,
            String text) {
        static Message of(RaceControlMessage said, long originNanos) {
            double at = EpochNanos.toSeconds(said.atNanos() - originNanos);
            String text = said.text();
            return switch (said) {
                case FlagShown shown -> flag(at, "flag", Words.of(shown.flag()), null, text);
                case SectorFlagShown shown ->
                        flag(at, "sector_flag", Words.of(shown.flag()), shown.sector(), text);
                case IncidentReported incident -> incident(at, incident, text);
                case WeatherTurned turned ->
                        new Message(
                                at,
                                "weather",
                                null,
                                null,
                                null,
                                null,
                                Double.NaN,
                                Words.of(turned.weather()),
                                text);
            };
        }

        private static Message flag(
                double at, String kind, String flag, @Nullable Integer sector, String text) {
            return new Message(at, kind, flag, sector, null, null, Double.NaN, null, text);
        }

        private static Message incident(double at, IncidentReported incident, String text) {
            return new Message(
                    at,
                    "incident",
                    null,
                    null,
                    incident.car().isPresent() ? Integer.toString(incident.car().getAsInt()) : null,
                    Words.of(incident.kind()),
                    incident.metres(),
                    null,
                    text);
        }
    }
}
