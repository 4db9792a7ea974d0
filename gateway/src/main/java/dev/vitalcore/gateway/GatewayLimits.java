package dev.vitalcore.gateway;

import java.time.Duration;

/**
 * What one caller, or all together, may take. Virtual threads do not bound anything by themselves,
 * so these numbers do.
 *
 * @param concurrentRequests requests worked on at a time; more are refused, not queued
 * @param answerTime how long a request waits for the log before it is refused
 */
public record GatewayLimits(
        int concurrentRequests,
        Duration answerTime,
        BodyLimits bodies,
        ReadLimits reads,
        LiveLimits live) {
    public GatewayLimits {
        requirePositive("concurrent requests", concurrentRequests);
    }

    public static GatewayLimits defaults() {
        return new GatewayLimits(
                128,
                Duration.ofSeconds(30),
                BodyLimits.defaults(),
                ReadLimits.defaults(),
                LiveLimits.defaults());
    }

    public GatewayLimits withBodies(BodyLimits others) {
        return new GatewayLimits(concurrentRequests, answerTime, others, reads, live);
    }

    public GatewayLimits withLive(LiveLimits others) {
        return new GatewayLimits(concurrentRequests, answerTime, bodies, reads, others);
    }

    public GatewayLimits withConcurrentRequests(int most) {
        return new GatewayLimits(most, answerTime, bodies, reads, live);
    }

    public GatewayLimits withReads(ReadLimits others) {
        return new GatewayLimits(concurrentRequests, answerTime, bodies, others, live);
    }

    static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value);
        }
    }
}
