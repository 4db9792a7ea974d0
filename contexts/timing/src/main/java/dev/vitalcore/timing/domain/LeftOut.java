package dev.vitalcore.timing.domain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What of a source went beyond the limits and is not used; {@link Warnings} says so once each.
 *
 * @param gates how many declared gates
 * @param beacons how many declared passing times
 * @param declaredNanos event time of the block that declared them
 * @param evidenceNanos event time at which evidence first went beyond its limit, {@link #NEVER}
 *     where it did not
 */
record LeftOut(int gates, int beacons, long declaredNanos, long evidenceNanos) {
    static final long NEVER = Long.MIN_VALUE;
    static final LeftOut NOTHING = new LeftOut(0, 0, NEVER, NEVER);

    LeftOut withDeclared(int gatesTooMany, int beaconsTooMany, long at) {
        return new LeftOut(gatesTooMany, beaconsTooMany, at, evidenceNanos);
    }

    LeftOut withEvidence(long at) {
        return evidenceNanos == NEVER ? new LeftOut(gates, beacons, declaredNanos, at) : this;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(gates);
        out.writeInt(beacons);
        out.writeLong(declaredNanos);
        out.writeLong(evidenceNanos);
    }

    static LeftOut read(DataInput in) throws IOException {
        return new LeftOut(in.readInt(), in.readInt(), in.readLong(), in.readLong());
    }
}
