package dev.vitalcore.platform.saga;

/**
 * Who asks for something of a saga, and why.
 *
 * @param key chosen by who asks; sent again with the same key it is not done again. At most 90
 *     characters
 * @param fingerprint of what was asked, so that a key that is used again for something else is
 *     noticed; may be empty
 * @param who a person or a part of the platform
 */
public record SagaRequest(String key, String fingerprint, String who, String why) {
    /** Without a fingerprint: who asks vouches for the key. */
    public static SagaRequest of(String key, String who, String why) {
        return new SagaRequest(key, "", who, why);
    }
}
