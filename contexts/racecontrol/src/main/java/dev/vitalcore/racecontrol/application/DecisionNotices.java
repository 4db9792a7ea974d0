package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestLodged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProvisionalResultPublished;
import dev.vitalcore.contracts.racecontrol.RaceEvent.RedFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ResultMadeOfficial;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionCancelled;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.notice.Notice;
import dev.vitalcore.platform.notice.Notice.Level;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.outbox.Inbox;
import dev.vitalcore.platform.outbox.Inbox.Gap;
import dev.vitalcore.platform.outbox.Inbox.Verdict;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of the decisions that concern everybody: red flags, cancelled sessions, results,
 * protests. Follows the decisions on the log: from their beginning at each start, an inbox passes
 * by what was told before. Notice and inbox are kept in one transaction.
 */
public final class DecisionNotices implements AutoCloseable {
    private final Ports ports;
    private final Inbox inbox;
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
            EventFormat<RaceEvent> events) {}

    public DecisionNotices(Ports ports) {
        this.ports = ports;
        this.inbox = new Inbox("decision-notices", ports.database());
    }

    /** To be called once. */
    public void start(EventLog log) {
        log.ensureTopic(Topics.raceDecisions());
        gaps = inbox.gaps();
        reading = log.readFrom(Topics.RACE_DECISIONS, Map.of(), this::take);
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

    @Override
    public void close() {
        Subscription now = reading;
        if (now != null) {
            now.close();
        }
    }

    private void take(List<LogRecord> records) {
        boolean early =
                ports.database()
                        .write(connection -> {
                            boolean some = false;
                            for (LogRecord record : records) {
                                EventEnvelope envelope = ports.envelopes().decode(record.value());
                                some |= take(connection, envelope) == Verdict.EARLY;
                            }
                            return some;
                        });
        if (early || !gaps.isEmpty()) {
            gaps = inbox.gaps();
        }
    }

    private Verdict take(Connection connection, EventEnvelope envelope) throws SQLException {
        Verdict verdict = inbox.admit(connection, envelope.stream(), envelope.version());
        if (verdict == Verdict.NEXT) {
            tell(connection, envelope);
        }
        return verdict;
    }

    private void tell(Connection connection, EventEnvelope envelope) throws SQLException {
        EventType type = new EventType(envelope.type(), envelope.schemaVersion());
        RaceEvent event = ports.events().read(type, envelope.payload());
        Optional<Level> level = level(event);
        if (level.isPresent()) {
            ports.board()
                    .post(
                            connection,
                            new Notice(
                                    envelope.id().toString(),
                                    level.get(),
                                    "session/" + event.session(),
                                    Wording.of(event),
                                    event.atNanos()));
        }
    }

    private static Optional<Level> level(RaceEvent event) {
        return switch (event) {
            case RedFlagShown e -> Optional.of(Level.WARNING);
            case SessionCancelled e -> Optional.of(Level.WARNING);
            case ProtestLodged e -> Optional.of(Level.WARNING);
            case ProvisionalResultPublished e -> Optional.of(Level.INFO);
            case ResultMadeOfficial e -> Optional.of(Level.INFO);
            case RaceEvent other -> Optional.empty();
        };
    }
}
