package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.Witness;

/**
 * A passing of the start/finish line.
 *
 * @param uncertaintyNanos how far the instant may be off, as far as the witness itself can know
 * @param speedKmh NaN where unknown
 * @param acrossMetres beside the middle of the line; NaN where unknown
 * @param reportedS lap time that the logger or game states for the lap that ends here; NaN for none
 * @param untimed the logger or game says that this lap has no valid time
 * @param pit in the pit lane
 */
record Passing(
        long at,
        Witness witness,
        long uncertaintyNanos,
        double speedKmh,
        double acrossMetres,
        double reportedS,
        boolean untimed,
        boolean pit) {
    /**
     * Two passings are never nearer than this: the shortest lap of any permanent circuit (a
     * quarter-mile oval) takes 11 s. Two witnesses that are nearer speak of the same passing.
     */
    static final long LEAST_LAP_NANOS = 10_000_000_000L;

    static Passing seen(
            long at, Witness witness, long uncertaintyNanos, double speedKmh, double across) {
        return new Passing(
                at, witness, uncertaintyNanos, speedKmh, across, Double.NaN, false, false);
    }

    Passing inPitLane() {
        return new Passing(
                at, witness, uncertaintyNanos, speedKmh, acrossMetres, reportedS, untimed, true);
    }

    boolean hasReport() {
        return !Double.isNaN(reportedS);
    }
}
