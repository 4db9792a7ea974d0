package dev.vitalcore.kernel;

import java.util.List;

/** What a command comes to. */
public sealed interface Decision<E> {
    /** It is accepted; no event means that all is as it wants already. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It is refused; nothing happened. */
    record Refused<E>(Refusal refusal) implements Decision<E> {}

    /** All is as the command wants already. */
    static <E> Decision<E> nothingToDo() {
        return new Accepted<>(List.of());
    }

    static <E> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E> Decision<E> acceptAll(List<E> events) {
        return new Accepted<>(events);
    }

    static <E> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
