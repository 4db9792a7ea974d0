package dev.vitalcore.gateway.http;

import dev.vitalcore.kernel.Fault;
import java.util.Locale;

/**
 * An error as the caller sees it (RFC 9457).
 *
 * @param type {@code urn:vitalcore:problem:<code>}
 * @param detail names the offending value
 * @param remedy what to do about it
 */
public record Problem(String type, String title, int status, String detail, String remedy) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds after which a refused caller may try again. */
    public static final String RETRY_AFTER = "1";

    private static final String TYPE_PREFIX = "urn:vitalcore:problem:";
    private static final int UNAVAILABLE = 503;

    public static Problem of(int status, String code, String detail, String remedy) {
        return new Problem(TYPE_PREFIX + code, title(code), status, detail, remedy);
    }

    public static Problem of(Fault fault) {
        return of(status(fault), fault.code(), fault.text(), fault.remedy());
    }

    /** Whole seconds after which it is worth to try again; the usual ones where nobody knows. */
    static String retryAfter(Fault fault) {
        return fault.retryAfter()
                .map(wait -> Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000))))
                .orElse(RETRY_AFTER);
    }

    public boolean worthTryingAgain() {
        return status == UNAVAILABLE;
    }

    private static int status(Fault fault) {
        return switch (fault.kind()) {
            case USER -> statusOfUserFault(fault.code());
            case CONFLICT -> 409;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> 500;
        };
    }

    /** By convention a code says {@code unknown} where the thing asked for does not exist. */
    private static int statusOfUserFault(String code) {
        if (code.endsWith("-unknown")) {
            return 404;
        }
        return switch (code) {
            case "request-too-large" -> 413;
            // Each of the two laps is fine and exists; it is the pair that makes no sense.
            case "overlay-of-two-circuits" -> 422;
            default -> 400;
        };
    }

    private static String title(String code) {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
