package dev.vitalcore.app.verify;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.projection.ProjectionPorts;
import dev.vitalcore.racecontrol.application.Decided;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.application.view.BoardLine;
import dev.vitalcore.racecontrol.application.view.RaceViews;
import dev.vitalcore.racecontrol.application.view.ResultLine;
import dev.vitalcore.racecontrol.application.view.TimelineLine;
import dev.vitalcore.telemetry.TelemetrySettings;
import dev.vitalcore.telemetry.application.LedgerLine;
import dev.vitalcore.telemetry.application.Ledgers;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.telemetry.application.SourceRates;
import dev.vitalcore.telemetry.application.TelemetrySchema;
import dev.vitalcore.timing.application.TimingHistory;
import dev.vitalcore.timing.application.TimingViews;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** What is compared of a session, read by the questions that also the interface asks. */
final class SessionParts {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ALL = Integer.MAX_VALUE;
    private static final int PAGE = 1_000;

    private final SessionFiles files;
    private final SessionId session;
    private final SessionCatalogue catalogue;
    private final Ledgers ledgers;
    private final TimingViews timing;

    SessionParts(SessionFiles files, InstantSource clock) {
        this.files = files;
        this.session = files.session();
        TelemetrySchema.migrate(files.views());
        this.catalogue =
                new SessionCatalogue(
                        files.views(),
                        new SourceRates(),
                        clock,
                        TelemetrySettings.defaults().silentAfter());
        this.ledgers = new Ledgers(files.views());
        this.timing = new TimingViews(files.views(), files.schemas().timingEvents());
    }

    TimingViews timing() {
        return timing;
    }

    SessionCatalogue catalogue() {
        return catalogue;
    }

    List<LedgerLine> ledger() {
        return ledgers.of(session);
    }

    /**
     * In the order in which they are printed.
     *
     * @param blocks of the session, read before
     */
    List<Part> read(BlockDigests blocks) {
        List<Part> parts = new ArrayList<>();
        parts.add(blocks.part());
        parts.add(ledgerPart());
        parts.add(timingEvents());
        parts.add(facts("laps", fact -> fact instanceof LapCompleted));
        parts.add(facts("passings, sectors", fact -> !(fact instanceof LapCompleted)));
        parts.add(standings());
        parts.add(decisions());
        parts.addAll(raceViews());
        return parts;
    }

    private Part ledgerPart() {
        return SessionFiles.sorted(
                "ledger",
                ledger().stream()
                        .map(line ->
                                new Line(
                                        line.source().value(),
                                        line.entry()
                                                + " arrived "
                                                + line.arrived()
                                                + " missing "
                                                + line.missing()
                                                + " healed "
                                                + line.healed()))
                        .toList());
    }

    /**
     * @throws Fault (conflict) where the views had not read all of them when the platform stopped
     */
    private Part timingEvents() {
        Map<Integer, Long> ends = new HashMap<>();
        Part events = files.timingEvents(ends);
        if (!timing.nextOffsets().equals(ends)) {
            throw Fault.conflict(
                    "views-behind",
                    "the stored views of timing are at "
                            + timing.nextOffsets()
                            + " of its events, which end at "
                            + ends,
                    "start the platform on the directory, wait until timing_views of /health is 0"
                            + " behind, and stop it");
        }
        return events;
    }

    private Part facts(String name, Predicate<Object> which) {
        return new Part(
                name,
                timing.history().facts(session, Moment.NOW).stream()
                        .map(fact -> fact.event())
                        .filter(which)
                        .map(fact -> new Line(fact.entry() + " " + fact.subject(), fact.toString()))
                        .toList());
    }

    /** Without the chequered flag: it is read from the samples of the circuit. */
    private Part standings() {
        TimingHistory history = timing.history();
        List<Line> lines = new ArrayList<>();
        history.summaries(session, Moment.NOW)
                .forEach(one -> lines.add(new Line(one.entry() + " by best lap", one.toString())));
        Optional<SessionSummary> summary = catalogue.session(session);
        if (summary.isPresent()) {
            long newest = summary.get().startNanos() + summary.get().durationNanos();
            history.raceStandings(session, Moment.NOW, OptionalLong.empty(), newest)
                    .order()
                    .forEach(one ->
                            lines.add(
                                    new Line(
                                            one.place().entry() + " in the race", one.toString())));
        }
        return new Part("standings", lines);
    }

    private Part decisions() {
        Sessions sessions = new Sessions(files.events(), files.schemas().raceEvents());
        List<Line> lines = new ArrayList<>();
        List<Decided> page;
        do {
            page = sessions.history(session, lines.size(), PAGE, Moment.NOW);
            for (Decided one : page) {
                lines.add(
                        new Line(
                                "decision " + one.version(),
                                one.event()
                                        + " by "
                                        + one.origin()
                                        + " recorded "
                                        + EpochNanos.toInstant(one.recordedNanos())));
            }
        } while (page.size() == PAGE);
        return new Part("decisions", lines);
    }

    /** Views that were behind when the platform stopped follow first; what they have stays. */
    private List<Part> raceViews() {
        ProjectionPorts ports =
                new ProjectionPorts(files.events(), files.views(), InstantSource.system());
        try (RaceViews views = new RaceViews(ports, files.schemas().raceEvents())) {
            views.start();
            views.awaitPosition(files.events().end(), SOON);
            return List.of(
                    SessionFiles.sorted(
                            "board",
                            views.board(ALL).stream()
                                    .filter(line -> line.session().equals(session.value()))
                                    .map(SessionParts::line)
                                    .toList()),
                    new Part(
                            "timeline",
                            views.timeline(session, 0, ALL).stream()
                                    .map(SessionParts::line)
                                    .toList()),
                    new Part(
                            "result",
                            views.standings(session).stream().map(SessionParts::line).toList()));
        }
    }

    /** Positions count the decisions about all sessions, of which the replay has one. */
    private static Line line(BoardLine board) {
        return new Line(
                board.session(),
                "%s, %s at %s, start %d, %s since %d, entries %d, flags %d, incidents %d, penalties %d, protests %d"
                        .formatted(
                                board.name(),
                                board.kind(),
                                board.circuit(),
                                board.startNanos(),
                                board.phase(),
                                board.sinceNanos(),
                                board.entries(),
                                board.flaggedSectors(),
                                board.openIncidents(),
                                board.openPenalties(),
                                board.openProtests()));
    }

    private static Line line(TimelineLine one) {
        return new Line(
                "line " + one.version(),
                "%s about %s at %d recorded %d by %s because '%s' (%s, %s): %s"
                        .formatted(
                                one.type(),
                                one.about(),
                                one.atNanos(),
                                one.recordedNanos(),
                                one.who(),
                                one.why(),
                                one.correlation(),
                                one.causation(),
                                one.line()));
    }

    private static Line line(ResultLine one) {
        return new Line("car " + one.car(), one.toString());
    }
}
