package dev.vitalcore.platform.saga;

import java.math.BigDecimal;

/** Why an attempt whose time is up failed, in words. */
final class TimeUp {
    private TimeUp() {}

    /**
     * @param limitNanos what it had
     */
    static String after(long limitNanos) {
        return "no answer within "
                + BigDecimal.valueOf(limitNanos, 9).stripTrailingZeros().toPlainString()
                + " s";
    }
}
