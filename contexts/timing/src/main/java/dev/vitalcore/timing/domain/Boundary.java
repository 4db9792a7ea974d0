package dev.vitalcore.timing.domain;

/** Where one lap ends and the next begins. */
sealed interface Boundary {
    /** Event time at which the lap before ends. */
    long end();

    /** Event time at which the lap after begins. */
    long begin();

    /** How far the instant may be off; 0 where it is no passing. */
    default long uncertaintyNanos() {
        return 0;
    }

    /** The first sample of the entry. */
    record FirstSample(long at) implements Boundary {
        @Override
        public long end() {
            return at;
        }

        @Override
        public long begin() {
            return at;
        }
    }

    record Seen(Passing passing) implements Boundary {
        @Override
        public long end() {
            return passing.at();
        }

        @Override
        public long begin() {
            return passing.at();
        }

        @Override
        public long uncertaintyNanos() {
            return passing.uncertaintyNanos();
        }
    }

    /** A passing happened somewhere between; a lap time up to it or from it would be invented. */
    record Unseen(long end, long begin) implements Boundary {}
}
