package dev.vitalcore.racecontrol.application.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.projection.ProjectionPorts;
import dev.vitalcore.platform.projection.ProjectionRunner;
import dev.vitalcore.racecontrol.application.Race;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.domain.RaceCommand.RecordPenaltyServed;
import dev.vitalcore.racecontrol.domain.Subject;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views of race control over the real store. */
class RaceViewsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path directory;
    private SqliteDatabase events;
    private SqliteDatabase views;
    private SqlEventStore store;
    private Sessions sessions;
    private RaceViews raceViews;

    @BeforeEach
    void start() {
        events = SqliteDatabase.open(directory.resolve("events.db"));
        views = SqliteDatabase.open(directory.resolve("views.db"));
        store = new SqlEventStore(events, InstantSource.system());
        sessions = new Sessions(store, new AvroRaceEvents());
        raceViews =
                new RaceViews(
                        new ProjectionPorts(store, views, InstantSource.system()),
                        new AvroRaceEvents());
        raceViews.start();
    }

    @AfterEach
    void stop() {
        raceViews.close();
        store.close();
        views.close();
        events.close();
    }

    @Test
    void theBoardTellsWhatIsToBeDealtWith() {
        seen(new Race(sessions, "spa-race").toTheGreenFlag().withAnIncident());
        seen(new Race(sessions, "spa-sprint").toTheGreenFlag());

        assertThat(raceViews.board(10))
                .extracting(BoardLine::session)
                .containsExactly("spa-race", "spa-sprint");
        BoardLine race = raceViews.board(10).getFirst();
        assertThat(race.phase()).isEqualTo("green");
        assertThat(race.entries()).isEqualTo(2);
        assertThat(race.flaggedSectors()).isEqualTo(1);
        assertThat(race.openIncidents()).isEqualTo(1);
        assertThat(race.openPenalties()).isEqualTo(1);
        assertThat(race.sinceNanos()).isEqualTo(Race.at("14:05:00"));
        assertThat(raceViews.board(1)).hasSize(1);
        SessionId unknown = new SessionId("monza");
        assertThat(raceViews.phases(Set.of(new SessionId("spa-race"), unknown)))
                .isEqualTo(Map.of(new SessionId("spa-race"), "green"));
    }

    @Test
    void theTimelineTellsInWords() {
        Race race = seen(new Race(sessions, "spa-race").toTheGreenFlag().withAnIncident());

        List<TimelineLine> lines = raceViews.timeline(race.id(), 0, 100);

        assertThat(lines).extracting(TimelineLine::line).contains("Pit lane open", "Green flag");
        assertThat(lines)
                .extracting(TimelineLine::line)
                .contains("Incident 1, contact (44, 7): 44 hit 7 at turn 5");
        assertThat(lines)
                .extracting(TimelineLine::line)
                .contains("Penalty 1 for car 44: 5 s, causing a collision");
        assertThat(raceViews.timeline(race.id(), lines.get(4).position(), 2))
                .isEqualTo(lines.subList(5, 7));
    }

    @Test
    void theAuditTrailIsAskedByPersonAndObject() {
        Race race = seen(new Race(sessions, "spa-race").toTheGreenFlag().withAnIncident());
        seen(new Race(sessions, "spa-sprint").toTheGreenFlag());

        assertThat(audit(filter("anna", null, null))).hasSize(15);
        assertThat(audit(filter("bert", null, null))).isEmpty();
        assertThat(audit(filter(null, race.id(), "entry/44")))
                .extracting(TimelineLine::type)
                .containsExactly("PenaltyImposed", "IncidentReported", "EntryRegistered");
        assertThat(audit(filter(null, race.id(), "incident/1")))
                .extracting(TimelineLine::type)
                .containsExactly("PenaltyImposed", "IncidentReported");
        assertThatThrownBy(() -> filter(null, null, "incident/1")).hasMessageContaining("session");
    }

    @Test
    void theTrailOfAnObjectGoesOnWithItsPenalty() {
        Race race =
                seen(
                        new Race(sessions, "spa-race")
                                .toTheGreenFlag()
                                .withAnIncident()
                                .decide(new RecordPenaltyServed(Race.at("14:20:00"), 1)));
        seen(
                new Race(sessions, "spa-sprint")
                        .toTheGreenFlag()
                        .withAnIncident()
                        .decide(new RecordPenaltyServed(Race.at("14:20:00"), 1)));

        assertThat(audit(filter(null, race.id(), "incident/1")))
                .extracting(line -> line.session() + " " + line.type())
                .containsExactly(
                        "spa-race PenaltyServed",
                        "spa-race PenaltyImposed",
                        "spa-race IncidentReported");
        assertThat(audit(filter(null, race.id(), "entry/7")))
                .extracting(TimelineLine::type)
                .containsExactly("IncidentReported", "EntryRegistered");
    }

    @Test
    void standingsAndDriversTellHowItEnded() {
        Race race =
                seen(
                        new Race(sessions, "spa-race")
                                .toTheGreenFlag()
                                .withAnIncident()
                                .toTheOfficialResult());
        seen(new Race(sessions, "spa-sprint").toTheGreenFlag());

        assertThat(raceViews.standings(race.id()))
                .extracting(line -> line.place() + " " + line.car() + " " + line.drivers())
                .containsExactly("1 7 [Cid]", "2 44 [Ann, Bob]");
        assertThat(raceViews.standings(race.id()))
                .allSatisfy(line -> assertThat(line.official()).isTrue());
        assertThat(raceViews.driver("Bob"))
                .extracting(line -> line.session() + " " + line.place())
                .containsExactlyInAnyOrder("spa-race 2", "spa-sprint 0");
        assertThat(raceViews.driver("nobody")).isEmpty();
    }

    @Test
    void viewsThatAreBuiltAgainAreTheSame() {
        Race race =
                seen(
                        new Race(sessions, "spa-race")
                                .toTheGreenFlag()
                                .withAnIncident()
                                .toTheOfficialResult());
        List<Object> before = everything(race.id());

        raceViews.projections().values().forEach(ProjectionRunner::rebuild);
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        raceViews.projections().values().stream()
                                .allMatch(runner ->
                                        runner.status().building().isEmpty()
                                                && runner.status().live().orElseThrow().number()
                                                        > 1));

        assertThat(everything(race.id())).isEqualTo(before);
    }

    private List<Object> everything(SessionId session) {
        return List.of(
                raceViews.board(100),
                raceViews.timeline(session, 0, 100),
                raceViews.standings(session),
                raceViews.driver("Ann"));
    }

    private Race seen(Race race) {
        raceViews.awaitPosition(race.position(), SOON);
        return race;
    }

    private List<TimelineLine> audit(AuditFilter filter) {
        return raceViews.audit(filter, Long.MAX_VALUE, 100);
    }

    private static AuditFilter filter(String who, SessionId session, String about) {
        return new AuditFilter(
                Optional.ofNullable(who),
                Optional.ofNullable(session),
                Optional.ofNullable(about).map(Subject::parse));
    }
}
