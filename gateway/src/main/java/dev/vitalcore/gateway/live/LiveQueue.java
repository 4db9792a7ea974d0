package dev.vitalcore.gateway.live;

import dev.vitalcore.gateway.LiveLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be sent to one client, and in which order. Events wait in a bounded queue; of samples
 * only 'there are new ones' is kept. Pure: time comes as an argument (a monotonic clock,
 * nanoseconds). Not thread-safe.
 *
 * <pre>
 *   close  before  overflow  before  hello  before  events  before  samples  before  ping
 * </pre>
 */
final class LiveQueue {
    /** RFC 6455 registry: try again later. */
    static final int TRY_AGAIN_LATER = 1013;

    private static final int GOING_AWAY = 1001;
    private static final int PINGS_AN_IDLE_TIME = 3;

    private final int mostEvents;
    private final long framePeriod;
    private final long idleTime;
    private final ArrayDeque<String> events = new ArrayDeque<>();
    private boolean helloDue = true;
    private boolean samplesDue;
    private boolean overflowed;
    private Optional<Close> close = Optional.empty();
    private long nextSamplesAt;
    private long lastHeard;
    private long nextPingAt;

    LiveQueue(LiveLimits limits, long now) {
        mostEvents = limits.eventFrames();
        framePeriod = limits.framePeriod().toNanos();
        idleTime = limits.idleTime().toNanos();
        nextSamplesAt = now;
        lastHeard = now;
        nextPingAt = now + idleTime / PINGS_AN_IDLE_TIME;
    }

    /** Queues an event frame; when there is no room the client is told and closed off. */
    void offer(String frame) {
        if (overflowed) {
            return;
        }
        if (events.size() >= mostEvents) {
            overflowed = true;
            events.clear();
            return;
        }
        events.add(frame);
    }

    /**
     * @return whether this is news: the sender need not be woken for each block
     */
    boolean samplesReady() {
        boolean news = !samplesDue;
        samplesDue = true;
        return news;
    }

    /** Begins anew: what was queued is contained in the hello that follows. */
    void restart() {
        events.clear();
        helloDue = true;
    }

    void heard(long now) {
        lastHeard = now;
    }

    void close(int code, String reason) {
        if (close.isEmpty()) {
            close = Optional.of(new Close(code, reason));
        }
    }

    /** Takes the next piece of work out, or says how long there is none. */
    Work next(long now) {
        if (close.isPresent()) {
            return close.get();
        }
        if (overflowed) {
            return new Overflow(mostEvents + " event frames were waiting for the client");
        }
        if (now - lastHeard > idleTime) {
            return new Close(GOING_AWAY, "the client has been silent for too long");
        }
        if (helloDue) {
            helloDue = false;
            return new Hello();
        }
        if (!events.isEmpty()) {
            List<String> frames = new ArrayList<>(events);
            events.clear();
            return new Events(frames);
        }
        return nextByTime(now);
    }

    private Work nextByTime(long now) {
        if (samplesDue && now - nextSamplesAt >= 0) {
            samplesDue = false;
            // On one grid for all clients, so that they ask for the same version of a car and
            // share its encoded form.
            nextSamplesAt = now - Math.floorMod(now, framePeriod) + framePeriod;
            return new Samples();
        }
        if (now - nextPingAt >= 0) {
            nextPingAt = now + idleTime / PINGS_AN_IDLE_TIME;
            return new Ping();
        }
        long untilPing = nextPingAt - now;
        return new Wait(samplesDue ? Math.min(nextSamplesAt - now, untilPing) : untilPing);
    }

    /** One thing for the sending thread to do. */
    sealed interface Work {}

    record Hello() implements Work {}

    record Events(List<String> frames) implements Work {}

    record Samples() implements Work {}

    record Ping() implements Work {}

    record Overflow(String reason) implements Work {}

    record Close(int code, String reason) implements Work {}

    /** Nothing for this many nanoseconds, unless something is queued. */
    record Wait(long nanos) implements Work {}
}
