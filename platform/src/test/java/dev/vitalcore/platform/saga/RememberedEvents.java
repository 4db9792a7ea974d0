package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps events as they are and writes their numbers; the real format is proved in the adapter. */
final class RememberedEvents implements EventFormat<SagaEvent> {
    private final List<SagaEvent> events = new ArrayList<>();
    private final Map<SagaEvent, Integer> numbers = new HashMap<>();

    @Override
    public EventType typeOf(SagaEvent event) {
        return new EventType("saga." + event.getClass().getSimpleName(), 1);
    }

    @Override
    public synchronized byte[] write(SagaEvent event) {
        int number =
                numbers.computeIfAbsent(
                        event,
                        absent -> {
                            events.add(event);
                            return events.size() - 1;
                        });
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    @Override
    public long eventNanos(SagaEvent event) {
        return event.atNanos();
    }

    @Override
    public synchronized SagaEvent read(EventType type, byte[] payload) {
        return events.get(ByteBuffer.wrap(payload).getInt());
    }
}
