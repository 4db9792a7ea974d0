package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Refusal;
import java.util.List;

/** What became of a command. */
public sealed interface Handled<E> {
    /**
     * It was accepted, and what it came to is kept.
     *
     * @param position up to which a reader must have come to see its outcome
     * @param version of the stream
     * @param events empty where all was as the command wants, and where it had been carried out
     *     before
     * @param repeated whether it had been carried out before, under its key
     */
    record Done<E>(long position, long version, List<E> events, boolean repeated)
            implements Handled<E> {}

    /** It was refused; nothing is kept. */
    record Refused<E>(Refusal refusal) implements Handled<E> {}
}
