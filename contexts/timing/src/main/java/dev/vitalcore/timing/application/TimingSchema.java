package dev.vitalcore.timing.application;

import dev.vitalcore.platform.sql.Database;

/**
 * The tables of the context: a projection of the topic {@code timing.events} up to the offsets in
 * {@code timing_offset}. They can be dropped and are then made anew from the log.
 *
 * <p>A fact keeps its event in the bytes of the log, so a new field of an event needs no migration;
 * what questions select by stands in columns beside it.
 */
final class TimingSchema {
    static final String COMPONENT = "timing";

    static final String SPINE =
            """
            CREATE TABLE timing_fact (
                session TEXT NOT NULL,
                car TEXT NOT NULL,
                subject TEXT NOT NULL,
                kind TEXT NOT NULL,
                revision INTEGER NOT NULL,
                event BLOB NOT NULL,
                PRIMARY KEY (session, car, subject)
            );
            CREATE INDEX timing_fact_kind ON timing_fact (session, kind, car);
            CREATE TABLE timing_offset (
                partition_number INTEGER PRIMARY KEY,
                next_offset BIGINT NOT NULL
            );
            """;

    /**
     * When each was recorded, and what was replaced. Only the log knows that of the facts that were
     * kept until now, so all are made anew from it; it has them for ever.
     */
    private static final String REVISIONS =
            """
            DROP TABLE timing_fact;
            CREATE TABLE timing_fact (
                session TEXT NOT NULL,
                car TEXT NOT NULL,
                subject TEXT NOT NULL,
                kind TEXT NOT NULL,
                revision INTEGER NOT NULL,
                event BLOB NOT NULL,
                recorded_nanos BIGINT NOT NULL,
                PRIMARY KEY (session, car, subject)
            );
            CREATE INDEX timing_fact_kind ON timing_fact (session, kind, car);
            CREATE TABLE timing_superseded (
                session TEXT NOT NULL,
                car TEXT NOT NULL,
                subject TEXT NOT NULL,
                kind TEXT NOT NULL,
                event BLOB NOT NULL,
                recorded_nanos BIGINT NOT NULL,
                superseded_nanos BIGINT NOT NULL,
                PRIMARY KEY (session, car, subject, recorded_nanos)
            );
            DELETE FROM timing_offset;
            """;

    private TimingSchema() {}

    static void migrate(Database database) {
        database.migrate(COMPONENT, SPINE, REVISIONS);
    }
}
