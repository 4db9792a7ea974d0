package dev.vitalcore.gateway.live;

import java.util.Optional;

/** Puts a message together that comes in parts. Used by the reading thread of one socket only. */
final class IncomingText {
    static final int LONGEST = 16 * 1024;

    private final StringBuilder parts = new StringBuilder();

    /**
     * Takes a part.
     *
     * @return the message when this was its last part
     * @throws MessageTooLong when it becomes longer than {@link #LONGEST}
     */
    Optional<String> add(String part, boolean last) throws MessageTooLong {
        if (parts.length() + part.length() > LONGEST) {
            throw new MessageTooLong();
        }
        parts.append(part);
        if (!last) {
            return Optional.empty();
        }
        String message = parts.toString();
        parts.setLength(0);
        return Optional.of(message);
    }

    /** The client says more in one message than anybody has to say. */
    static final class MessageTooLong extends Exception {
        private static final long serialVersionUID = 1L;

        MessageTooLong() {
            super("a message has at most " + LONGEST + " characters");
        }
    }
}
