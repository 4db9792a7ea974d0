package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Text;

/**
 * Where a decision comes from.
 *
 * @param who the person or the part that decided, e.g. {@code anna} or {@code saga/session-opening}
 * @param why in the words of who decided; may be empty
 * @param correlation what all that follows from one cause has in common, e.g. the first command
 * @param causation the command or the event that this is the direct result of
 */
public record Origin(String who, String why, String correlation, String causation) {
    private static final int NAME_LIMIT = 200;
    private static final int WHY_LIMIT = 2_000;

    public Origin {
        requireUsable(who, why, correlation);
        requireShort("causation", causation, NAME_LIMIT);
    }

    static void requireUsable(String who, String why, String correlation) {
        if (who.isBlank()) {
            throw new IllegalArgumentException("who decided is empty: name a person or a part");
        }
        requireShort("who", who, NAME_LIMIT);
        requireShort("why", why, WHY_LIMIT);
        requireShort("correlation", correlation, NAME_LIMIT);
    }

    private static void requireShort(String what, String text, int limit) {
        if (text.length() > limit) {
            throw new IllegalArgumentException(
                    what
                            + " '"
                            + Text.abbreviate(text, 60)
                            + "' has "
                            + text.length()
                            + " characters: at most "
                            + limit);
        }
    }
}
