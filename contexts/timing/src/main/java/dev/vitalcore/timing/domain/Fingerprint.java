package dev.vitalcore.timing.domain;

/** A 64-bit fingerprint of a text (FNV-1a), the same in every process; never 0. */
final class Fingerprint {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static long of(String text) {
        long hash = OFFSET_BASIS;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * PRIME;
        }
        return hash == 0 ? 1 : hash;
    }
}
