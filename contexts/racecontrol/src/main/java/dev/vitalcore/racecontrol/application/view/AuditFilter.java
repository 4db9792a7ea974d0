package dev.vitalcore.racecontrol.application.view;

import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyImposed;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.projection.Tables;
import dev.vitalcore.racecontrol.domain.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Which decisions of the audit trail are wanted; each that is empty allows all.
 *
 * @param about wanted with a session only: objects are numbered within one
 */
public record AuditFilter(
        Optional<String> who, Optional<SessionId> session, Optional<Subject> about) {
    public AuditFilter {
        if (about.isPresent() && session.isEmpty()) {
            throw new IllegalArgumentException(
                    about.get() + " is an object of a session: name the session too");
        }
    }

    /** The start of a condition on a line, with its values added. */
    String condition(Tables tables, List<Object> values) {
        StringBuilder condition = new StringBuilder();
        who.ifPresent(name -> {
            condition.append("l.who = ? AND ");
            values.add(name);
        });
        session.ifPresent(id -> {
            condition.append("l.session = ? AND ");
            values.add(id.value());
        });
        about.ifPresent(subject -> {
            condition.append(concerned(tables));
            String of = session.orElseThrow().value();
            values.addAll(List.of(of, subject.toString(), of, of, subject.toString()));
        });
        return condition.toString();
    }

    /** Decisions that name the object, and what became of the penalties that do. */
    private static String concerned(Tables tables) {
        String naming =
                "SELECT position FROM "
                        + tables.name(TimelineProjection.SUBJECTS)
                        + " WHERE session = ? AND subject = ?";
        return "(l.position IN ("
                + naming
                + ") OR l.about IN (SELECT about FROM "
                + tables.name(TimelineProjection.LINES)
                + " WHERE session = ? AND type = '"
                + PenaltyImposed.class.getSimpleName()
                + "' AND position IN ("
                + naming
                + "))) AND ";
    }
}
