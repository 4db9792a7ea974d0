package dev.vitalcore.gateway;

import java.time.Duration;

/**
 * How much of the stored samples may be in memory for answers.
 *
 * @param valuesARead the most that one question to the store reads; 16 bytes each
 * @param valuesInFlight of all requests together, until their answers are written
 * @param waitTime how long a request waits for those before it
 * @param exports at a time; each is one of the reads until its last byte is written
 */
public record ReadLimits(int valuesARead, int valuesInFlight, Duration waitTime, int exports) {
    /** An overlay reads two laps. */
    public static final int MOST_READS_A_REQUEST = 2;

    private static final int MEBI = 1024 * 1024;

    public ReadLimits {
        GatewayLimits.requirePositive("values a read", valuesARead);
        GatewayLimits.requirePositive("exports", exports);
        if (valuesInFlight / MOST_READS_A_REQUEST < valuesARead) {
            throw new IllegalArgumentException(
                    "values in flight ("
                            + valuesInFlight
                            + ") must allow for "
                            + MOST_READS_A_REQUEST
                            + " reads of "
                            + valuesARead);
        }
    }

    /** As the contexts bound one question; six of them at a time are 384 MiB. */
    public static ReadLimits defaults() {
        return new ReadLimits(4 * MEBI, 24 * MEBI, Duration.ofSeconds(2), 2);
    }
}
