package dev.vitalcore.gateway.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Of what was asked, so that a key that is used again for something else is noticed. */
final class Fingerprint {
    private static final int BYTES = 16;

    private Fingerprint() {}

    /** Of a text of any length: 32 characters. */
    static String of(String asked) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
