package dev.vitalcore.gateway.http;

import org.apache.coyote.CloseNowException;

/**
 * An answer failed after its head was sent. The container closes the connection before the end of
 * the body, so that the caller does not take a part for the whole; and logs nothing, which the
 * advice has done.
 */
public final class BrokenOff extends CloseNowException {
    private static final long serialVersionUID = 1L;

    public BrokenOff(Throwable cause) {
        super("the answer failed after its beginning was sent", cause);
    }
}
