package dev.vitalcore.telemetry.domain;

import dev.vitalcore.contracts.telemetry.Trackside.IncidentKind;
import dev.vitalcore.contracts.telemetry.Trackside.RaceFlag;
import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import java.util.Locale;
import java.util.OptionalInt;

/** Something that the circuit said, as race control would announce it. */
public sealed interface RaceControlMessage {
    /** When it was so, nanoseconds since the epoch. */
    long atNanos();

    /** In plain English. */
    String text();

    /** The flag for all changed. */
    record FlagShown(long atNanos, RaceFlag flag) implements RaceControlMessage {
        @Override
        public String text() {
            return switch (flag) {
                case NONE -> "No flag";
                case GREEN -> "Green flag";
                case YELLOW -> "Yellow flag";
                case SAFETY_CAR -> "Safety car";
                case RED -> "Red flag";
                case CHEQUERED -> "Chequered flag";
            };
        }
    }

    /** The flag of a marshal sector changed. */
    record SectorFlagShown(long atNanos, int sector, SectorFlag flag)
            implements RaceControlMessage {
        @Override
        public String text() {
            return switch (flag) {
                case CLEAR -> "Marshal sector " + sector + " is clear";
                case YELLOW -> "Yellow in marshal sector " + sector;
                case DOUBLE_YELLOW -> "Double yellow in marshal sector " + sector;
                case SLIPPERY -> "Slippery surface in marshal sector " + sector;
            };
        }
    }

    /**
     * Something happened to a car.
     *
     * @param car its start number, where it is known
     * @param metres from the line along the centre line; NaN where that is not known
     */
    record IncidentReported(long atNanos, IncidentKind kind, OptionalInt car, double metres)
            implements RaceControlMessage {
        @Override
        public String text() {
            String who = car.isPresent() ? "Car " + car.getAsInt() : "A car";
            String where =
                    Double.isNaN(metres) ? "" : String.format(Locale.ROOT, " at %,.0f m", metres);
            return who + ": " + what() + where;
        }

        private String what() {
            return switch (kind) {
                case OFF_TRACK -> "off track";
                case SPIN -> "spin";
                case PUNCTURE -> "puncture";
                case STOPPED_ON_TRACK -> "stopped on track";
                case MECHANICAL -> "mechanical trouble";
                case CONTACT -> "contact";
            };
        }
    }

    /** The weather turned. */
    record WeatherTurned(long atNanos, Weather weather) implements RaceControlMessage {
        @Override
        public String text() {
            return switch (weather) {
                case RAIN -> "It rains";
                case NO_RAIN -> "The rain has stopped";
                case WET -> "Track is wet";
                case DRY -> "Track is dry";
            };
        }
    }

    /** What the weather turned to. */
    enum Weather {
        RAIN,
        NO_RAIN,
        WET,
        DRY
    }
}
