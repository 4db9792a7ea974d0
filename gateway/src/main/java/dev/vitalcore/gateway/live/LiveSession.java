package dev.vitalcore.gateway.live;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.gateway.json.SessionFacts;
import dev.vitalcore.gateway.json.SessionJson;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that somebody watches live.
 *
 * <p>Nothing is lost between hello and events: a client is registered (its queue fills) before the
 * hello is read from the views, and the views tell of a change only after it can be read there. So
 * a change is in the hello, in the queue, or in both, where its revision makes it harmless.
 *
 * <p>Frames count time from the session's first sample. Whatever depends on that origin is encoded
 * and queued under this object's lock; when an earlier sample comes late the origin moves, and
 * every client gets a new hello in place of what was queued.
 */
final class LiveSession {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

    /** More are told by a new hello, so that they do not fill the clients' queues. */
    private static final int MOST_LAPS_AGAIN = 1000;

    private final SessionFacts facts;
    private final LiveFrames frames;
    private final SortedMap<String, LiveCar> cars;
    private final Set<LiveClient> clients = new CopyOnWriteArraySet<>();
    private volatile SessionSummary summary;
    private Set<EntryId> knownEntries;

    /** As the clients were told last: the laps of these entries are provisional. */
    private volatile Set<EntryId> withHoles;

    /**
     * @param cars with their newest samples; the hub adds to them and drops them
     */
    LiveSession(
            SessionSummary summary,
            SortedMap<String, LiveCar> cars,
            SessionFacts facts,
            LiveFrames frames) {
        this.summary = summary;
        this.cars = cars;
        this.facts = facts;
        this.frames = frames;
        this.knownEntries = facts.entries(summary.id());
        this.withHoles = facts.entriesWithHoles(summary.id());
    }

    SessionId id() {
        return summary.id();
    }

    LiveFrames frames() {
        return frames;
    }

    SortedMap<String, LiveCar> cars() {
        return cars;
    }

    /** From when frames count time. */
    long originNanos() {
        return summary.startNanos();
    }

    boolean watched() {
        return !clients.isEmpty();
    }

    void join(LiveClient client) {
        clients.add(client);
    }

    void leave(LiveClient client) {
        clients.remove(client);
        retrace();
    }

    /** Applies what the clients want traced, also to cars that joined since. */
    synchronized void retrace() {
        for (Map.Entry<String, LiveCar> car : cars.entrySet()) {
            Set<String> channels = new HashSet<>();
            for (LiveClient client : clients) {
                if (client.request().cars().contains(car.getKey())) {
                    channels.addAll(client.request().channels());
                }
            }
            car.getValue().trace(Set.copyOf(channels));
        }
    }

    void samplesReady() {
        for (LiveClient client : clients) {
            client.samplesReady();
        }
    }

    void closeAll(int code, String reason) {
        for (LiveClient client : clients) {
            client.close(code, reason);
        }
    }

    /** The session so far. */
    String hello() {
        refresh();
        SessionSummary now = summary;
        long newest = Long.MIN_VALUE;
        for (LiveCar car : cars.values()) {
            newest = Math.max(newest, car.newestNanos());
        }
        double nowS =
                newest == Long.MIN_VALUE
                        ? Double.NaN
                        : EpochNanos.toSeconds(newest - now.startNanos());
        return frames.hello(facts.picture(now, withHoles), nowS);
    }

    /** Passes on what timing found; what it tells is readable in the views by now. */
    synchronized void publish(Collection<TimingEvent> events) {
        if (!watched()) {
            return;
        }
        try {
            offerAll(events);
        } catch (RuntimeException unreadable) {
            LOG.atWarn()
                    .addKeyValue("sessionId", id())
                    .setCause(unreadable)
                    .log("live could not tell of timing events and greets anew");
            // Never lose an event: a new hello contains what could not be told.
            clients.forEach(LiveClient::restart);
        }
    }

    private void offerAll(Collection<TimingEvent> events) {
        tellHoles(facts.entriesWithHoles(id()));
        for (TimingEvent event : events) {
            offer(frames.event(event, originNanos(), withHoles.contains(event.entry())));
        }
        for (EntryId entry : entriesOf(events)) {
            facts.entry(entry).ifPresent(changed -> offer(frames.entry(changed)));
        }
    }

    /** Looks whether the catalogue has news that come with no event. */
    synchronized void refresh() {
        Optional<SessionSummary> found = facts.session(id());
        if (found.isEmpty()) {
            return;
        }
        // All is read before anything is changed: what fails here is told the next time.
        Set<EntryId> entries = facts.entries(id());
        Set<EntryId> holes = facts.entriesWithHoles(id());
        SessionSummary before = summary;
        summary = found.get();
        if (before.startNanos() != summary.startNanos()) {
            clients.forEach(LiveClient::restart);
            withHoles = holes;
        } else {
            if (before.state() != summary.state()) {
                offer(frames.session(SessionJson.brief(summary)));
            }
            for (EntryId entry : entries) {
                if (!knownEntries.contains(entry)) {
                    facts.entry(entry).ifPresent(joined -> offer(frames.entry(joined)));
                }
            }
            tellHoles(holes);
        }
        knownEntries = entries;
    }

    /** A hole that opens or heals corrects no lap, so no event tells whether laps are final. */
    private void tellHoles(Set<EntryId> now) {
        List<LapCompleted> again = new ArrayList<>();
        for (EntryId entry : differing(withHoles, now)) {
            again.addAll(facts.laps(entry));
        }
        withHoles = now;
        if (again.size() > MOST_LAPS_AGAIN) {
            clients.forEach(LiveClient::restart);
            return;
        }
        for (LapCompleted lap : again) {
            offer(frames.event(lap, originNanos(), now.contains(lap.entry())));
        }
    }

    private void offer(String frame) {
        for (LiveClient client : clients) {
            client.offer(frame);
        }
    }

    private static Set<EntryId> differing(Set<EntryId> before, Set<EntryId> now) {
        Set<EntryId> differing = new HashSet<>(before);
        differing.addAll(now);
        differing.removeIf(entry -> before.contains(entry) && now.contains(entry));
        return differing;
    }

    private static Set<EntryId> entriesOf(Collection<TimingEvent> events) {
        Set<EntryId> entries = new HashSet<>();
        for (TimingEvent event : events) {
            entries.add(event.entry());
        }
        return entries;
    }
}
