package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.kernel.EpochNanos;

/**
 * A car crossed a gate.
 *
 * @param index counts the passings of the car from 1
 */
public record PassingJson(int index, String gate, double atS, double speedKmh, String witness) {
    public static PassingJson of(GatePassed passing, long originNanos) {
        return new PassingJson(
                passing.index(),
                passing.gate(),
                EpochNanos.toSeconds(passing.timeNanos() - originNanos),
                passing.speedKmh(),
                Words.of(passing.witness()));
    }
}
