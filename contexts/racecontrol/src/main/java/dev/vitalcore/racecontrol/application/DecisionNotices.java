package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.notice.Notice;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.outbox.Inbox;
import dev.vitalcore.platform.outbox.Inbox.Gap;
import dev.vitalcore.platform.outbox.Inbox.Verdict;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of the decisions that concern everybody: red flags, cancelled sessions, results,
 * protests. Follows the decisions on the log. Notices, inbox and the place in the log are kept in
 * one transaction. What cannot be read is passed over with a dead letter.
 */
public final class DecisionNotices implements AutoCloseable {
    /**
     * What was recorded longer than that before the first start is history, as on a new data
     * directory over an old event store: it is taken in and not told.
     */
    static final Duration NEWS = Duration.ofHours(12);

    private final Ports ports;
    private final Inbox inbox;
    private final Telling telling;
    private final AtomicLong unreadable = new AtomicLong();
    private volatile @Nullable Subscription reading;

    /** As of the last batch. */
    private volatile List<Gap> gaps = List.of();

    /**
     * What it stands on.
     *
     * @param database of the board
     */
    public record Ports(
            Database database,
            NoticeBoard board,
            Codec<EventEnvelope> envelopes,
            EventFormat<RaceEvent> events,
            Codec<DeadLetter> deadLetters) {}

    public DecisionNotices(Ports ports) {
        this.ports = ports;
        this.inbox = new Inbox("decision-notices", ports.database());
        this.telling = new Telling(ports.events());
    }

    /**
     * Goes on where it left off. To be called once, and before the decisions are published, so that
     * a log that lost its end is seen before it grows beyond what was read of it.
     *
     * @param nowNanos nanoseconds since the epoch
     */
    public void start(EventLog log, long nowNanos) {
        log.ensureTopic(Topics.raceDecisions());
        log.ensureTopic(Topics.deadLetters());
        gaps = inbox.gaps();
        Inbox.Start start =
                inbox.resume(
                        log.topicId(Topics.RACE_DECISIONS),
                        log.endOffsets(Topics.RACE_DECISIONS),
                        nowNanos);
        long newsFrom = start.beganNanos() - NEWS.toNanos();
        UnreadableDecisions letters = new UnreadableDecisions(log, ports.deadLetters());
        reading =
                log.readFrom(
                        Topics.RACE_DECISIONS,
                        start.next(),
                        records -> take(records, letters, newsFrom));
    }

    /** Decisions that were not looked at. */
    public long lag() {
        Subscription now = reading;
        return now == null ? 0 : now.lag();
    }

    /** Why it does not go on; empty while all goes well. */
    public Optional<String> failure() {
        Subscription now = reading;
        return now == null ? Optional.empty() : now.failure();
    }

    /**
     * Sessions of which a decision is missing on the log, so that none of the later ones is told;
     * as of the last look.
     */
    public List<Gap> gaps() {
        return gaps;
    }

    /** Records since the start that could not be read; each has a dead letter. */
    public long unreadable() {
        return unreadable.get();
    }

    @Override
    public void close() {
        Subscription now = reading;
        if (now != null) {
            now.close();
        }
    }

    private void take(List<LogRecord> records, UnreadableDecisions letters, long newsFrom) {
        List<Taken> decisions = new ArrayList<>(records.size());
        List<UnreadableDecisions.Unreadable> unread = new ArrayList<>();
        for (LogRecord record : records) {
            try {
                EventEnvelope envelope = ports.envelopes().decode(record.value());
                decisions.add(read(record, envelope, newsFrom, unread));
            } catch (RuntimeException undecodable) {
                unread.add(unreadable(record, undecodable));
            }
        }
        // Not in the transaction: it would keep commands from being written meanwhile.
        letters.write(unread);
        boolean early = keep(decisions, records);
        unreadable.addAndGet(unread.size());
        if (early || !gaps.isEmpty()) {
            gaps = inbox.gaps();
        }
    }

    /** The decision has its turn also where what it says cannot be read, so that others follow. */
    private Taken read(
            LogRecord record,
            EventEnvelope envelope,
            long newsFrom,
            List<UnreadableDecisions.Unreadable> unread) {
        Optional<Notice> notice = Optional.empty();
        if (envelope.recordedNanos() >= newsFrom) {
            try {
                notice = telling.notice(envelope);
            } catch (RuntimeException undecodable) {
                unread.add(unreadable(record, undecodable));
            }
        }
        return new Taken(envelope.stream(), envelope.version(), notice);
    }

    /**
     * @throws Fault the failure itself, where it is not the record's
     */
    private static UnreadableDecisions.Unreadable unreadable(
            LogRecord record, RuntimeException failure) {
        if (failure instanceof Fault fault && fault.kind() == Fault.Kind.UNAVAILABLE) {
            throw fault;
        }
        return new UnreadableDecisions.Unreadable(record, failure);
    }

    /** Whether some came before their turn. */
    private boolean keep(List<Taken> decisions, List<LogRecord> records) {
        return ports.database()
                .write(connection -> {
                    boolean early = false;
                    for (Taken decision : decisions) {
                        early |= admit(connection, decision) == Verdict.EARLY;
                    }
                    inbox.advance(connection, records);
                    return early;
                });
    }

    private Verdict admit(Connection connection, Taken decision) throws SQLException {
        Verdict verdict = inbox.admit(connection, decision.stream(), decision.version());
        if (verdict == Verdict.NEXT && decision.notice().isPresent()) {
            ports.board().post(connection, decision.notice().get());
        }
        return verdict;
    }

    private record Taken(String stream, long version, Optional<Notice> notice) {}
}
