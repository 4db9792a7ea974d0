package dev.vitalcore.gateway.http;

/**
 * An answer failed after its head was sent. The connection is then closed before the end of the
 * body, so that the caller does not take a part for the whole.
 */
public final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenOff(Throwable cause) {
        super("the answer failed after its beginning was sent", cause);
    }
}
