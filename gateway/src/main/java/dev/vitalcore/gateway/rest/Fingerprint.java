package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.Sha256;

/** Of what was asked, so that a key that is used again for something else is noticed. */
final class Fingerprint {
    private static final int LENGTH = 32;

    private Fingerprint() {}

    /** Of a text of any length: 32 characters. */
    static String of(String asked) {
        return Sha256.hex(asked).substring(0, LENGTH);
    }
}
