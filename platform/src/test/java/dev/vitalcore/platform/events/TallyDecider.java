package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Decider;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Refusal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The smallest thing that decides: a tally that must not go below zero. */
final class TallyDecider implements Decider<Integer, Integer, Integer>, EventFormat<Integer> {
    private static final EventType MOVED = new EventType("test.Moved", 1);

    @Override
    public Integer initial() {
        return 0;
    }

    /** Moves by ones, so that a command comes to several events. */
    @Override
    public Decision<Integer> decide(Integer state, Integer by) {
        if (state + by < 0) {
            return Decision.refuse(new BelowZero(state, by));
        }
        List<Integer> events = new ArrayList<>();
        for (int i = 0; i < Math.abs(by); i++) {
            events.add(Integer.signum(by));
        }
        return Decision.acceptAll(events);
    }

    @Override
    public Integer evolve(Integer state, Integer event) {
        return state + event;
    }

    @Override
    public EventType typeOf(Integer event) {
        return MOVED;
    }

    @Override
    public byte[] write(Integer event) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(event).array();
    }

    @Override
    public long eventNanos(Integer event) {
        return 7;
    }

    @Override
    public Integer read(EventType type, byte[] payload) {
        if (payload.length != Integer.BYTES) {
            throw Fault.user("undecodable", "no number", "write a number");
        }
        return ByteBuffer.wrap(payload).getInt();
    }

    record BelowZero(int state, int by) implements Refusal {
        @Override
        public String code() {
            return "below-zero";
        }

        @Override
        public String message() {
            return state + " cannot be moved by " + by;
        }

        @Override
        public String remedy() {
            return "take less";
        }
    }
}
