package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Decider;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.AppendResult.Appended;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries out commands: folds the stream, decides, appends what came of it. Where somebody else
 * appended in between it decides again by what is true then. Any thread may call.
 *
 * @param <S> state
 * @param <C> commands
 * @param <E> events
 */
public final class CommandHandler<S, C, E> {
    private static final int ATTEMPTS = 10;

    private final EventStore store;
    private final Decider<S, C, E> decider;
    private final EventFormat<E> format;
    private final Folds<S, E> folds;

    /** Without snapshots. */
    public CommandHandler(EventStore store, Decider<S, C, E> decider, EventFormat<E> format) {
        this(store, decider, format, Optional.empty());
    }

    /**
     * @param snapshots to begin at, for streams of many thousands of events (ADR 20)
     */
    public CommandHandler(
            EventStore store,
            Decider<S, C, E> decider,
            EventFormat<E> format,
            Optional<Snapshotting<S>> snapshots) {
        this.store = store;
        this.decider = decider;
        this.format = format;
        this.folds = new Folds<>(store, decider, format, snapshots);
    }

    /**
     * Idempotent by the command's key: sent again, it answers as the first time. A refusal is not
     * remembered; the same command may be accepted later.
     *
     * @throws Fault (conflict, {@code command-key-reused}) when the key stands for another command;
     *     (unavailable, {@code stream-contended}) when others were faster each time
     */
    public Handled<E> handle(StreamName stream, Command<C> command) {
        Optional<Handled<E>> before = carriedOut(stream, command);
        if (before.isPresent()) {
            return before.get();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Handled<E>> handled = attempt(stream, command);
            if (handled.isPresent()) {
                return handled.get();
            }
        }
        throw Fault.unavailable(
                "stream-contended",
                stream + " was changed by others " + ATTEMPTS + " times while this was decided",
                "try again");
    }

    /** What decisions about the stream are made by, now. */
    public S state(StreamName stream) {
        return folds.current(stream).state();
    }

    /**
     * Empty when somebody was faster. Where what this decides about is already after the same
     * command, sent by others at the same time, it answers as to one that is sent again.
     */
    private Optional<Handled<E>> attempt(StreamName stream, Command<C> command) {
        Fold<S> fold = folds.current(stream);
        return switch (decider.decide(fold.state(), command.content())) {
            case Decision.Refused<E>(var refusal) ->
                    carriedOut(stream, command)
                            .or(() -> Optional.of(new Handled.Refused<>(refusal)));
            case Decision.Accepted<E>(var events) when events.isEmpty() ->
                    carriedOut(stream, command)
                            .or(() ->
                                    Optional.of(
                                            new Handled.Done<>(
                                                    fold.position(),
                                                    fold.version(),
                                                    events,
                                                    false)));
            case Decision.Accepted<E>(var events) -> appendOnce(stream, command, fold, events);
        };
    }

    private Optional<Handled<E>> appendOnce(
            StreamName stream, Command<C> command, Fold<S> fold, List<E> events) {
        try {
            return append(stream, command, fold, events);
        } catch (Fault fault) {
            if (fault.code().equals(AppendRules.ID_REUSED)) {
                return Optional.of(carriedOut(stream, command).orElseThrow(() -> fault));
            }
            throw fault;
        }
    }

    private Optional<Handled<E>> append(
            StreamName stream, Command<C> command, Fold<S> fold, List<E> events) {
        AppendResult result =
                store.append(
                        stream, Expected.version(fold.version()), drafts(stream, command, events));
        return switch (result) {
            case AppendResult.VersionConflict conflict -> Optional.empty();
            case Appended appended when appended.repeated() -> carriedOut(stream, command);
            case Appended(long position, long version, boolean repeated) ->
                    Optional.of(new Handled.Done<>(position, version, events, repeated));
        };
    }

    private List<NewEvent> drafts(StreamName stream, Command<C> command, List<E> events) {
        List<NewEvent> drafts = new ArrayList<>(events.size());
        for (E event : events) {
            drafts.add(
                    new NewEvent(
                            EventIds.of(stream, command.key(), drafts.size()),
                            format.typeOf(event),
                            format.write(event),
                            format.eventNanos(event),
                            command.origin()));
        }
        return drafts;
    }

    /** As the answer to a command whose key is known; empty where it is not. */
    private Optional<Handled<E>> carriedOut(StreamName stream, Command<C> command) {
        return store.find(EventIds.of(stream, command.key(), 0))
                .map(first -> repeated(stream, command, first));
    }

    /** All events of one command stand behind each other and have its origin. */
    private Handled<E> repeated(StreamName stream, Command<C> command, RecordedEvent first) {
        String causation = command.origin().causation();
        if (!first.event().origin().causation().equals(causation)) {
            throw Fault.conflict(
                    "command-key-reused",
                    "key '" + command.key() + "' stands for another command to " + stream,
                    "give each command a key of its own; keep it only to send the same one again");
        }
        RecordedEvent last = first;
        for (RecordedEvent event : store.read(stream, first.version(), EventStore.APPEND_LIMIT)) {
            if (!event.event().origin().causation().equals(causation)) {
                break;
            }
            last = event;
        }
        return new Handled.Done<>(last.position(), last.version(), List.of(), true);
    }
}
