package dev.vitalcore.contracts.telemetry;

/**
 * How a channel goes on from one sample to the next: one rule for calculations, frames, laps and
 * exports. The page has the same for what comes in steps
 * (web/src/main/web/model/frame-channels.ts).
 */
public enum Course {
    /** Along the line: speeds, pressures, places. */
    STRAIGHT {
        @Override
        public double between(double from, double to, double share) {
            return from + share * (to - from);
        }
    },

    /** Codes and counts: they hold until the next sample, and nothing lies between them. */
    STEPS {
        @Override
        public double between(double from, double to, double share) {
            return from;
        }

        @Override
        public boolean holds(double value) {
            return true;
        }
    },

    /** A direction in degrees: the short way round, in the range of 0 to 360 or -180 to 180. */
    DIRECTION {
        @Override
        public double between(double from, double to, double share) {
            double turned = from + share * Math.IEEEremainder(to - from, FULL_CIRCLE);
            double least = Math.min(from, to) < 0 ? -FULL_CIRCLE / 2 : 0;
            return turned - FULL_CIRCLE * Math.floor((turned - least) / FULL_CIRCLE);
        }
    },

    /** Counts up and begins anew each lap: it holds where it falls. */
    EACH_LAP {
        @Override
        public double between(double from, double to, double share) {
            return to < from ? from : STRAIGHT.between(from, to, share);
        }
    },

    /** Of an unknown channel without a unit: whole numbers are taken for codes and counts. */
    STEPS_WHERE_WHOLE {
        @Override
        public double between(double from, double to, double share) {
            return holds(from) && holds(to) ? from : STRAIGHT.between(from, to, share);
        }

        @Override
        public boolean holds(double value) {
            return value == Math.rint(value);
        }
    },

    /** Of an unknown channel in degrees: it holds where it seems to go over the end of a circle. */
    UNKNOWN_ANGLE {
        @Override
        public double between(double from, double to, double share) {
            return Math.abs(to - from) > FULL_CIRCLE / 2 ? from : STRAIGHT.between(from, to, share);
        }
    };

    private static final double FULL_CIRCLE = 360;

    /** That of the standard channel, else what unit and values suggest. */
    public static Course of(ChannelSpec spec) {
        Course standard = StandardChannels.COURSES.get(spec.name());
        if (standard != null) {
            return standard;
        }
        return switch (spec.unit()) {
            case DEGREE -> UNKNOWN_ANGLE;
            // What is calculated may have a unit that only its name tells, e.g. bar/s.
            case NONE -> spec.shownUnit().isEmpty() ? STEPS_WHERE_WHOLE : STRAIGHT;
            default -> STRAIGHT;
        };
    }

    /**
     * The value between two samples.
     *
     * @param share of the time between them that has passed, from 0 to 1
     */
    public abstract double between(double from, double to, double share);

    /** Whether the value is still that one after the sample, as long as no other comes. */
    public boolean holds(double value) {
        return false;
    }
}
