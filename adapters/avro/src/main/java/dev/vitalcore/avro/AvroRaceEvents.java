package dev.vitalcore.avro;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Decisions of race control on the wire ({@code race-event.avsc}). Thread-safe. */
public final class AvroRaceEvents implements EventFormat<RaceEvent> {
    private static final String WHAT = "race-event";

    /** Session and time stand before the fact. */
    private static final int COMMON = 2;

    /** The schema lists the facts in the order of the records; a test holds both to it. */
    private static final List<RecordFormat> FACTS =
            Stream.of(RaceEvent.class.getPermittedSubclasses())
                    .map(type -> new RecordFormat(type, COMMON))
                    .toList();

    private static final Map<String, Integer> INDEX = index();

    @Override
    public EventType typeOf(RaceEvent event) {
        return new EventType("racecontrol." + event.getClass().getSimpleName(), 1);
    }

    @Override
    public byte[] write(RaceEvent event) {
        AvroOutput out = WireVersion.begin(128);
        out.writeText(event.session().toString());
        out.writeLong(event.atNanos());
        int fact = Objects.requireNonNull(INDEX.get(event.getClass().getSimpleName()));
        out.writeLong(fact);
        FACTS.get(fact).write(out, event);
        return out.toBytes();
    }

    @Override
    public long eventNanos(RaceEvent event) {
        return event.atNanos();
    }

    @Override
    public RaceEvent read(EventType type, byte[] payload) {
        AvroInput in = WireVersion.open(WHAT, payload);
        try {
            SessionId session = new SessionId(in.readText("session"));
            long atNanos = in.readLong("at_nanos");
            RecordFormat fact = FACTS.get(in.readIndex("fact", FACTS.size()));
            RaceEvent event = (RaceEvent) fact.read(in, session, atNanos);
            in.requireEnd();
            return event;
        } catch (IllegalArgumentException e) {
            throw in.undecodable(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>();
        FACTS.forEach(fact -> index.put(fact.name(), index.size()));
        return index;
    }
}
