package dev.vitalcore.platform.saga;

import java.util.SplittableRandom;

/** What happens in a schedule; faults can be switched off. */
final class Chance {
    private final SplittableRandom random;
    private boolean faults = true;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    SplittableRandom random() {
        return random;
    }

    /** From now on everything works. */
    void endFaults() {
        faults = false;
    }

    boolean faultsGoOn() {
        return faults;
    }

    /** A fault, so many times in a thousand while there are faults. */
    boolean fault(int perMille) {
        return random.nextInt(1_000) < perMille && faults;
    }

    /** Something that may happen any time. */
    boolean happens(int perMille) {
        return random.nextInt(1_000) < perMille;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    long nanosBetween(long leastMillis, long mostMillis) {
        return random.nextLong(leastMillis * 1_000_000, mostMillis * 1_000_000 + 1);
    }
}
