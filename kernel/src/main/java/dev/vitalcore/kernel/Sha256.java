package dev.vitalcore.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of FIPS 180-4 by which content is recognised. */
public final class Sha256 {
    private Sha256() {}

    /** A digest of content that comes in pieces. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** 64 digits, lower case. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(begin().digest(content));
    }

    /** 64 digits, lower case; of the text in UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
