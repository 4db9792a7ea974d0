package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import java.io.IOException;

/** The scalar channels that timing listens to. */
enum Signal {
    SPEED(0, StandardChannels.SPEED),
    LAP_COUNTER(1, StandardChannels.LAP_NUMBER),
    REPORTED_LAP(2, StandardChannels.LAP_TIME_PREVIOUS),
    RUNNING_LAP(3, StandardChannels.LAP_TIME_RUNNING),
    LAP_DISTANCE(4, StandardChannels.LAP_DISTANCE),
    REPORTED_SPLIT(5, StandardChannels.SPLIT_TIME_PREVIOUS);

    private final int code;
    private final String channel;

    Signal(int code, String channel) {
        this.code = code;
        this.channel = channel;
    }

    /** The number in the binary form; stays when the order of the constants changes. */
    int code() {
        return code;
    }

    static Signal ofCode(int code) throws IOException {
        for (Signal signal : values()) {
            if (signal.code == code) {
                return signal;
            }
        }
        throw new IOException("the state is damaged: signal number " + code);
    }

    String channel() {
        return channel;
    }

    /** Whether going from one sample to the next is worth a closer look. */
    boolean mayStep(double from, double to) {
        return switch (this) {
            case SPEED -> false;
            case LAP_COUNTER, REPORTED_LAP, REPORTED_SPLIT -> from != to;
            case RUNNING_LAP -> to < from || from == 0;
            case LAP_DISTANCE -> to < from;
        };
    }
}
