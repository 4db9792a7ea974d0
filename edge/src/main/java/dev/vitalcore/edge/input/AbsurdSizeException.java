package dev.vitalcore.edge.input;

import java.io.IOException;

/** Compressed content unpacks to a size that no recording has. */
final class AbsurdSizeException extends IOException {
    private static final long serialVersionUID = 1L;

    AbsurdSizeException(String message) {
        super(message);
    }
}
