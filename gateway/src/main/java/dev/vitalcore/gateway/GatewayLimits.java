package dev.vitalcore.gateway;

import java.time.Duration;

/**
 * What one caller, or all together, may take. Virtual threads do not bound anything by themselves,
 * so these numbers do.
 *
 * @param concurrentRequests requests worked on at a time; more are refused, not queued
 * @param requestBytes body of one request
 * @param blockBytes one block of a body
 * @param bodyBytesInFlight bodies of all requests together that are in memory at a time
 * @param answerTime how long a request waits for the log before it is refused
 * @param liveClients live sockets at a time
 * @param liveEventFrames event frames waiting for one live client
 * @param liveFramePeriod least time between two sample frames to one client
 * @param liveSendTime how long a client may take no data at all
 * @param liveIdleTime how long a client may say nothing, answers to pings included
 */
public record GatewayLimits(
        int concurrentRequests,
        int requestBytes,
        int blockBytes,
        int bodyBytesInFlight,
        Duration answerTime,
        int liveClients,
        int liveEventFrames,
        Duration liveFramePeriod,
        Duration liveSendTime,
        Duration liveIdleTime) {
    private static final int MIB = 1024 * 1024;

    public GatewayLimits {
        requirePositive("concurrent requests", concurrentRequests);
        requirePositive("request bytes", requestBytes);
        requirePositive("block bytes", blockBytes);
        requirePositive("body bytes in flight", bodyBytesInFlight);
        requirePositive("live clients", liveClients);
        requirePositive("live event frames", liveEventFrames);
        if (bodyBytesInFlight < requestBytes) {
            throw new IllegalArgumentException(
                    "body bytes in flight ("
                            + bodyBytesInFlight
                            + ") must allow for one request ("
                            + requestBytes
                            + ")");
        }
    }

    public static GatewayLimits defaults() {
        return new GatewayLimits(
                128,
                64 * MIB,
                16 * MIB,
                128 * MIB,
                Duration.ofSeconds(30),
                256,
                10_000,
                Duration.ofMillis(25),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60));
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value);
        }
    }
}
