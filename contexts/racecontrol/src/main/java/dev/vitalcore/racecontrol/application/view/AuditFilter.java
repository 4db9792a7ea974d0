package dev.vitalcore.racecontrol.application.view;

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
            condition
                    .append("l.position IN (SELECT position FROM ")
                    .append(tables.name(TimelineProjection.SUBJECTS))
                    .append(" WHERE session = ? AND subject = ?) AND ");
            values.add(session.orElseThrow().value());
            values.add(subject.toString());
        });
        return condition.toString();
    }
}
