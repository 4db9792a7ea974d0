package dev.vitalcore.kernel;

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

    private Fault(Kind kind, String code, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.remedy = remedy;
    }

    private Fault(Kind kind, String code, String message, String remedy) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.remedy = remedy;
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
