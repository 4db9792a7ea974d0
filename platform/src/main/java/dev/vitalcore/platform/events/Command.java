package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Text;

/**
 * A command on its way to the thing that decides.
 *
 * @param key names this command among those to the same stream: one that is sent again with the
 *     same key is not carried out again. Chosen by the sender, at most 100 characters
 * @param fingerprint of what was asked, at most 64 characters, so that a key that is used again for
 *     something else is noticed; empty: the sender vouches for it
 * @param content what is to be done
 * @param sender who asks for it, and why
 */
public record Command<C>(String key, String fingerprint, C content, Sender sender) {
    private static final int KEY_LIMIT = 100;
    private static final int FINGERPRINT_LIMIT = 64;

    /**
     * See {@link Origin}.
     *
     * @param correlation empty: the key of the command
     */
    public record Sender(String who, String why, String correlation) {
        /**
         * @throws IllegalArgumentException when nothing can come from such a one
         */
        public Sender {
            Origin.requireUsable(who, why, correlation);
        }
    }

    public Command {
        if (key.isBlank() || key.length() > KEY_LIMIT) {
            throw new IllegalArgumentException(
                    "key '"
                            + Text.abbreviate(key, KEY_LIMIT)
                            + "' of the command is not usable: 1 to "
                            + KEY_LIMIT
                            + " characters");
        }
        if (fingerprint.length() > FINGERPRINT_LIMIT) {
            throw new IllegalArgumentException(
                    "the fingerprint of the command has "
                            + fingerprint.length()
                            + " characters: at most "
                            + FINGERPRINT_LIMIT);
        }
    }

    Origin origin() {
        return new Origin(
                sender.who(),
                sender.why(),
                sender.correlation().isEmpty() ? key : sender.correlation(),
                "command/" + key + (fingerprint.isEmpty() ? "" : "#" + fingerprint));
    }
}
