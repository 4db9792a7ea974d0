package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.kernel.Decider;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.CommandHandler;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Handled;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamHead;
import java.util.ArrayList;
import java.util.List;

/** Sagas in the event store. Any thread may call. */
final class SagaJournal {
    private static final String FIRST = SagaId.CATEGORY + "/";

    private final EventStore store;
    private final EventFormat<SagaEvent> format;
    private final CommandHandler<SagaState, SagaCommand, SagaEvent> handler;

    SagaJournal(
            EventStore store,
            EventFormat<SagaEvent> format,
            Decider<SagaState, SagaCommand, SagaEvent> machine) {
        this.store = store;
        this.format = format;
        this.handler = new CommandHandler<>(store, machine, format);
    }

    SagaState state(SagaId id) {
        return handler.state(id.stream());
    }

    /** What somebody asks for, idempotent by their key. */
    Handled<SagaEvent> asked(SagaId id, SagaRequest request, SagaCommand command) {
        Sender sender = new Sender(request.who(), request.why(), "");
        return handler.handle(
                id.stream(),
                new Command<>("asked/" + request.key(), request.fingerprint(), command, sender));
    }

    /**
     * What the runner found. A second runner that found the same is not heard again: the key names
     * the state that both saw.
     *
     * @param seen the state that the command follows from
     */
    void found(SagaId id, SagaState seen, SagaCommand command) {
        String key = command.getClass().getSimpleName() + "/" + seen.events();
        Sender sender = new Sender("saga/" + id.plan(), "", id.toString());
        handler.handle(id.stream(), new Command<>(key, "", command, sender));
    }

    /**
     * Sagas after this one (empty: from the first), by name.
     *
     * @return at most as many as are asked for
     */
    List<SagaId> after(String name, int limit) {
        List<SagaId> ids = new ArrayList<>();
        for (StreamHead head : store.heads(FIRST + name, limit)) {
            if (!head.stream().category().equals(SagaId.CATEGORY)) {
                break;
            }
            ids.add(SagaId.parse(head.stream().id()));
        }
        return ids;
    }

    /** Told by the last event alone, so that a saga that is over need not be read whole. */
    boolean asksForNothing(SagaId id) {
        long version = store.head(id.stream()).version();
        List<RecordedEvent> last = store.read(id.stream(), Math.max(0, version - 1), 1);
        if (last.isEmpty()) {
            return true;
        }
        SagaEvent event =
                format.read(last.getFirst().event().type(), last.getFirst().event().payload());
        return switch (event) {
            case SagaEvent.OperatorTold told -> true;
            case SagaEvent.SagaCompleted completed -> completed.failed().isEmpty();
            case SagaEvent other -> false;
        };
    }
}
