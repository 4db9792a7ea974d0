package dev.vitalcore.kernel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure of infrastructure or of input that cannot be expressed as a {@link Refusal} where it
 * arises. Carries a stable code and a class; each edge maps it once (HTTP problem details, exit
 * codes).
 */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Who has to act. */
    public enum Kind {
        /** The caller sent something unusable. */
        USER,
        /** The request is fine but contradicts the present state. */
        CONFLICT,
        /** Something needed is not there now; trying again later may help. */
        UNAVAILABLE,
        /** A bug. */
        INTERNAL
    }

    private final Kind kind;
    private final String code;
    private final String remedy;
    private final @Nullable Duration retryAfter;

    private Fault(Kind kind, String code, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.remedy = remedy;
        this.retryAfter = null;
    }

    private Fault(Kind kind, String code, String message, String remedy) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.remedy = remedy;
        this.retryAfter = null;
    }

    private Fault(Fault other, Duration retryAfter) {
        super(other.text(), other.getCause());
        setStackTrace(other.getStackTrace());
        this.kind = other.kind;
        this.code = other.code;
        this.remedy = other.remedy;
        this.retryAfter = retryAfter;
    }

    public static Fault user(String code, String message, String remedy) {
        return new Fault(Kind.USER, code, message, remedy);
    }

    public static Fault user(String code, String message, String remedy, Throwable cause) {
        return new Fault(Kind.USER, code, message, remedy, cause);
    }

    public static Fault conflict(String code, String message, String remedy) {
        return new Fault(Kind.CONFLICT, code, message, remedy);
    }

    public static Fault conflict(String code, String message, String remedy, Throwable cause) {
        return new Fault(Kind.CONFLICT, code, message, remedy, cause);
    }

    public static Fault unavailable(String code, String message, String remedy) {
        return new Fault(Kind.UNAVAILABLE, code, message, remedy);
    }

    public static Fault unavailable(String code, String message, String remedy, Throwable cause) {
        return new Fault(Kind.UNAVAILABLE, code, message, remedy, cause);
    }

    public static Fault internal(String code, String message, String remedy, Throwable cause) {
        return new Fault(Kind.INTERNAL, code, message, remedy, cause);
    }

    /** The same, for a caller that is told when it is worth to try again. */
    public Fault retryAfter(Duration wait) {
        return new Fault(this, wait);
    }

    /** How long to wait before trying again; empty where nobody knows. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String remedy() {
        return remedy;
    }

    /** The message that every exception of this type was made with. */
    public String text() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
