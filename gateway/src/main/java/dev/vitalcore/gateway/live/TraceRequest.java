package dev.vitalcore.gateway.live;

import java.util.Set;

/** The channels that a client wants traced, of the cars that it names. */
record TraceRequest(Set<String> cars, Set<String> channels) {
    static final int MOST_CHANNELS = 64;

    /** Bounds the memory of the rings: 16 MiB a client where no two want the same. */
    static final int MOST_TRACES = 512;

    static final TraceRequest NONE = new TraceRequest(Set.of(), Set.of());

    TraceRequest {
        cars = Set.copyOf(cars);
        channels = Set.copyOf(channels);
        if (channels.size() > MOST_CHANNELS) {
            throw new IllegalArgumentException(
                    channels.size() + " channels are too many: at most " + MOST_CHANNELS);
        }
        if ((long) cars.size() * channels.size() > MOST_TRACES) {
            throw new IllegalArgumentException(
                    cars.size()
                            + " cars with "
                            + channels.size()
                            + " channels are too many: at most "
                            + MOST_TRACES
                            + " traces");
        }
    }
}
