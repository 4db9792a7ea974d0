package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Text;

/**
 * SHA-256 over the links of all events up to a position, in order; written {@code position:digest}.
 *
 * @param digest 64 hexadecimal digits
 */
public record Seal(long position, String digest) {
    public Seal {
        if (position < 0 || !digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "a seal is written position:digest, the digest in 64 hexadecimal digits");
        }
    }

    /**
     * @throws IllegalArgumentException when the text has another form
     */
    public static Seal parse(String text) {
        int colon = text.indexOf(':');
        try {
            return new Seal(
                    Long.parseLong(text.substring(0, Math.max(0, colon))),
                    text.substring(colon + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "seal '"
                            + Text.abbreviate(text, 80)
                            + "' is not usable: it is written position:digest",
                    e);
        }
    }

    @Override
    public String toString() {
        return position + ":" + digest;
    }
}
