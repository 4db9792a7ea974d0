package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.EntryRegistered;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentAcknowledged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentClosed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentReported;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyImposed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestDecided;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestLodged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProvisionalResultPublished;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlagShown;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.racecontrol.application.SessionPicture;
import dev.vitalcore.racecontrol.domain.Penalties;
import dev.vitalcore.racecontrol.domain.Schedule;
import dev.vitalcore.racecontrol.domain.SessionState;
import dev.vitalcore.racecontrol.domain.Subject;
import dev.vitalcore.racecontrol.domain.Subject.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A session as race control has decided it. */
public record SessionPictureJson(
        String id,
        String phase,
        @Nullable String since,
        @Nullable Map<String, @Nullable Object> schedule,
        List<Map<String, @Nullable Object>> entries,
        List<Map<String, @Nullable Object>> sectorFlags,
        List<Map<String, @Nullable Object>> incidents,
        List<Map<String, @Nullable Object>> penalties,
        @Nullable Map<String, @Nullable Object> result,
        List<Map<String, @Nullable Object>> protests,
        long version,
        long position) {
    public static SessionPictureJson of(SessionId session, SessionPicture picture) {
        SessionState state = picture.state();
        return new SessionPictureJson(
                session.value(),
                state.phase().word(),
                state.schedule().isPresent() ? time(state.sinceNanos()) : null,
                state.schedule().map(SessionPictureJson::schedule).orElse(null),
                entries(picture),
                flags(picture),
                incidents(picture),
                penalties(picture),
                result(picture),
                protests(picture),
                picture.version(),
                picture.position());
    }

    private static Map<String, @Nullable Object> schedule(Schedule schedule) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("kind", Words.of(schedule.kind()));
        told.put("name", schedule.name());
        told.put("circuit", schedule.circuit());
        told.put("start", time(schedule.startNanos()));
        told.put("marshal_sectors", schedule.marshalSectors());
        told.put("protest_s", EpochNanos.toSeconds(schedule.protestNanos()));
        return told;
    }

    private static List<Map<String, @Nullable Object>> entries(SessionPicture picture) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        new TreeMap<>(picture.state().entries().byCar())
                .forEach((car, entry) -> {
                    Map<String, @Nullable Object> line =
                            facts(picture, EntryRegistered.class, new Subject(Kind.ENTRY, car));
                    line.put("driving", entry.driving());
                    line.put("withdrawn", entry.withdrawn());
                    line.put("penalties", penalties(picture.state().penalties(), car));
                    lines.add(line);
                });
        return lines;
    }

    private static int penalties(Penalties penalties, String car) {
        return (int)
                penalties.byNumber().values().stream()
                        .filter(penalty -> penalty.car().equals(car))
                        .filter(penalty -> penalty.standing() != Penalties.Standing.REVOKED)
                        .count();
    }

    private static List<Map<String, @Nullable Object>> flags(SessionPicture picture) {
        return new TreeMap<>(picture.state().flags().bySector())
                .keySet().stream()
                        .map(sector ->
                                facts(
                                        picture,
                                        SectorFlagShown.class,
                                        Subject.numbered(Kind.SECTOR, sector)))
                        .toList();
    }

    private static List<Map<String, @Nullable Object>> incidents(SessionPicture picture) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        new TreeMap<>(picture.state().incidents().byNumber())
                .forEach((number, stage) -> {
                    Subject incident = Subject.numbered(Kind.INCIDENT, number);
                    Map<String, @Nullable Object> line =
                            facts(picture, IncidentReported.class, incident);
                    line.put("stage", Words.of(stage));
                    picture.last(IncidentAcknowledged.class, incident)
                            .ifPresent(acknowledged -> {
                                line.put("acknowledged_by", acknowledged.decided().origin().who());
                                line.put(
                                        "acknowledged",
                                        time(acknowledged.decided().recordedNanos()));
                            });
                    picture.last(IncidentClosed.class, incident)
                            .ifPresent(
                                    closed -> line.put("conclusion", closed.event().conclusion()));
                    lines.add(line);
                });
        return lines;
    }

    private static List<Map<String, @Nullable Object>> penalties(SessionPicture picture) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        new TreeMap<>(picture.state().penalties().byNumber())
                .forEach((number, penalty) -> {
                    Map<String, @Nullable Object> line =
                            facts(
                                    picture,
                                    PenaltyImposed.class,
                                    Subject.numbered(Kind.PENALTY, number));
                    line.put("standing", Words.of(penalty.standing()));
                    lines.add(line);
                });
        return lines;
    }

    private static @Nullable Map<String, @Nullable Object> result(SessionPicture picture) {
        if (picture.state().result().revision() == 0) {
            return null;
        }
        Map<String, @Nullable Object> result =
                facts(picture, ProvisionalResultPublished.class, new Subject(Kind.RESULT, ""));
        result.put("out_of_date", picture.state().result().outOfDate());
        return result;
    }

    private static List<Map<String, @Nullable Object>> protests(SessionPicture picture) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        new TreeMap<>(picture.state().result().undecided())
                .forEach((number, undecided) -> {
                    Subject protest = Subject.numbered(Kind.PROTEST, number);
                    Map<String, @Nullable Object> line =
                            facts(picture, ProtestLodged.class, protest);
                    picture.last(ProtestDecided.class, protest)
                            .ifPresent(decided -> {
                                line.put("outcome", Words.of(decided.event().outcome()));
                                line.put("reason", decided.event().reason());
                            });
                    lines.add(line);
                });
        return lines;
    }

    /** What the last such decision about the object says, who decided it, and when. */
    private static <E extends RaceEvent> Map<String, @Nullable Object> facts(
            SessionPicture picture, Class<E> type, Subject subject) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        picture.last(type, subject)
                .ifPresent(last -> {
                    line.putAll(EventFacts.of(last.event()));
                    line.put("at", time(last.event().atNanos()));
                    line.put("who", last.decided().origin().who());
                });
        return line;
    }

    private static String time(long nanos) {
        return EpochNanos.toInstant(nanos).toString();
    }
}
