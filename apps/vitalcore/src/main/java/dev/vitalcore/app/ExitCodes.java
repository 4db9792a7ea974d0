package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;

/** How the program ends; the numbers above 2 follow BSD's sysexits. */
public final class ExitCodes {
    public static final int DONE = 0;
    public static final int BUG = 1;

    /** Picocli's own, and that of {@link WrongUsage}. */
    public static final int USAGE = 2;

    public static final int UNUSABLE_INPUT = 65;
    public static final int UNAVAILABLE = 69;
    public static final int CONFLICT = 73;

    private ExitCodes() {}

    /** The one place where a fault's class becomes an exit code. */
    public static int of(Fault.Kind kind) {
        return switch (kind) {
            case USER -> UNUSABLE_INPUT;
            case CONFLICT -> CONFLICT;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> BUG;
        };
    }
}
