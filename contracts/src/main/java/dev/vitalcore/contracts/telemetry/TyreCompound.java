package dev.vitalcore.contracts.telemetry;

import java.util.Arrays;
import java.util.Optional;

/** The codes of the channel {@code tyre_compound}. */
public enum TyreCompound {
    SOFT(1),
    MEDIUM(2),
    HARD(3),
    INTERMEDIATE(4),
    WET(5);

    private final int code;

    TyreCompound(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The compound of a code; nothing where no compound has it. */
    public static Optional<TyreCompound> of(double code) {
        return Arrays.stream(values()).filter(one -> one.code == code).findFirst();
    }
}
