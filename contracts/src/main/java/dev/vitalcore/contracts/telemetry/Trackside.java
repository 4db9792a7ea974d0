package dev.vitalcore.contracts.telemetry;

import java.util.Arrays;
import java.util.Optional;

/**
 * The codes in which the circuit says what happens on it; docs/trackside.md lists them. A code that
 * none of the constants has, NaN among them, decodes to nothing.
 */
public final class Trackside {
    /** Channels of marshal sectors are numbered from 1 to this. */
    public static final int MOST_MARSHAL_SECTORS = 24;

    private Trackside() {}

    /** What race control shows to all; in the channel {@code flag}. */
    public enum RaceFlag {
        NONE(0),
        GREEN(1),
        /** Somewhere on the circuit; the flags of the marshal sectors say where. */
        YELLOW(2),
        SAFETY_CAR(3),
        RED(4),
        CHEQUERED(5);

        private final int code;

        RaceFlag(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Optional<RaceFlag> of(double code) {
            return Arrays.stream(values()).filter(one -> one.code == code).findFirst();
        }
    }

    /** What the post of a marshal sector shows; in the channels {@code flag_sector_1} to 24. */
    public enum SectorFlag {
        CLEAR(0),
        YELLOW(1),
        DOUBLE_YELLOW(2),
        /** Yellow and red stripes: oil, water or pieces on the road. */
        SLIPPERY(3);

        private final int code;

        SectorFlag(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Optional<SectorFlag> of(double code) {
            return Arrays.stream(values()).filter(one -> one.code == code).findFirst();
        }
    }

    /** What happened to a car; in the channel {@code incident_kind}. */
    public enum IncidentKind {
        OFF_TRACK(1),
        SPIN(2),
        PUNCTURE(3),
        STOPPED_ON_TRACK(4),
        MECHANICAL(5),
        /** With another car; told for each of them. */
        CONTACT(6);

        private final int code;

        IncidentKind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Optional<IncidentKind> of(double code) {
            return Arrays.stream(values()).filter(one -> one.code == code).findFirst();
        }
    }

    /**
     * The channel of a marshal sector's flag.
     *
     * @param sector from 1 to {@link #MOST_MARSHAL_SECTORS}
     */
    public static String sectorChannel(int sector) {
        if (sector < 1 || sector > MOST_MARSHAL_SECTORS) {
            throw new IllegalArgumentException(
                    "marshal sector " + sector + "; they count from 1 to " + MOST_MARSHAL_SECTORS);
        }
        return StandardChannels.FLAG_SECTOR + sector;
    }
}
