package dev.vitalcore.kernel;

/**
 * How decisions about one kind of thing are made and what they change: two pure functions. No
 * clock, no chance, no input or output; whatever they need comes in the command or is in the state.
 *
 * @param <S> state; only what decisions need, not what is shown
 * @param <C> commands
 * @param <E> events
 */
public interface Decider<S, C, E> {
    /** The state of a stream without events. */
    S initial();

    Decision<E> decide(S state, C command);

    /** Never refuses: the event happened. */
    S evolve(S state, E event);
}
