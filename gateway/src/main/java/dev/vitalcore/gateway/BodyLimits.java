package dev.vitalcore.gateway;

/**
 * How large the bodies of requests may be.
 *
 * @param requestBytes body of one request
 * @param blockBytes one block of a body
 * @param bytesInFlight bodies of all requests together that are in memory at a time
 */
public record BodyLimits(int requestBytes, int blockBytes, int bytesInFlight) {
    private static final int MIB = 1024 * 1024;

    public BodyLimits {
        GatewayLimits.requirePositive("request bytes", requestBytes);
        GatewayLimits.requirePositive("block bytes", blockBytes);
        if (bytesInFlight < requestBytes) {
            throw new IllegalArgumentException(
                    "bytes in flight ("
                            + bytesInFlight
                            + ") must allow for one request ("
                            + requestBytes
                            + ")");
        }
    }

    public static BodyLimits defaults() {
        return new BodyLimits(64 * MIB, 16 * MIB, 128 * MIB);
    }
}
