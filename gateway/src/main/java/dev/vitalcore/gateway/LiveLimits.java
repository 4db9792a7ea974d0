package dev.vitalcore.gateway;

import java.time.Duration;

/**
 * What live clients may take.
 *
 * @param clients live sockets at a time
 * @param eventFrames event frames waiting for one client
 * @param framePeriod least time between two sample frames to one client
 * @param sendTime how long a client may take no data at all
 * @param idleTime how long a client may say nothing, answers to pings included
 */
public record LiveLimits(
        int clients, int eventFrames, Duration framePeriod, Duration sendTime, Duration idleTime) {
    public LiveLimits {
        GatewayLimits.requirePositive("live clients", clients);
        GatewayLimits.requirePositive("live event frames", eventFrames);
        requirePositive("live frame period", framePeriod);
        requirePositive("live send time", sendTime);
        requirePositive("live idle time", idleTime);
    }

    public static LiveLimits defaults() {
        return new LiveLimits(
                256, 10_000, Duration.ofMillis(16), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    private static void requirePositive(String what, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(what + " must be longer than 0, not " + value);
        }
    }
}
