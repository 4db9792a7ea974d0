package dev.vitalcore.telemetry.application;

import dev.vitalcore.platform.sql.Database;

/**
 * The tables of the context. Except for the duplicates, the outcomes of re-drives, what is kept to
 * go back and the math channels, they are a projection of the topics {@code telemetry.blocks} and
 * {@code telemetry.dead-letters} up to the offsets in {@code telemetry_offset}.
 */
public final class TelemetrySchema {
    private static final String COMPONENT = "telemetry";

    private static final String SPINE =
            """
            CREATE TABLE telemetry_source (
                source TEXT PRIMARY KEY,
                session TEXT NOT NULL,
                car TEXT NOT NULL,
                format TEXT,
                title TEXT,
                track TEXT,
                vehicle TEXT,
                driver TEXT,
                arrived TEXT NOT NULL,
                healed TEXT NOT NULL,
                fence TEXT NOT NULL,
                samples BIGINT NOT NULL,
                first_nanos BIGINT NOT NULL,
                last_nanos BIGINT NOT NULL,
                seen_nanos BIGINT NOT NULL,
                ended INTEGER NOT NULL
            );
            CREATE INDEX telemetry_source_session ON telemetry_source (session, first_nanos);
            CREATE TABLE telemetry_channel (
                source TEXT NOT NULL,
                name TEXT NOT NULL,
                unit TEXT NOT NULL,
                PRIMARY KEY (source, name)
            );
            CREATE TABLE telemetry_count (
                source TEXT PRIMARY KEY,
                duplicate BIGINT NOT NULL,
                refused BIGINT NOT NULL
            );
            CREATE TABLE telemetry_offset (
                topic TEXT NOT NULL,
                partition_number INTEGER NOT NULL,
                next_offset BIGINT NOT NULL,
                PRIMARY KEY (topic, partition_number)
            );
            CREATE TABLE telemetry_dead_letter (
                partition_number INTEGER NOT NULL,
                log_offset BIGINT NOT NULL,
                origin TEXT NOT NULL,
                source TEXT NOT NULL,
                sequence BIGINT NOT NULL,
                code TEXT NOT NULL,
                cause TEXT NOT NULL,
                remedy TEXT NOT NULL,
                found_at TEXT NOT NULL,
                recorded_nanos BIGINT NOT NULL,
                redriven TEXT,
                redriven_nanos BIGINT,
                PRIMARY KEY (partition_number, log_offset)
            );
            CREATE INDEX telemetry_dead_letter_recorded
                ON telemetry_dead_letter (recorded_nanos, log_offset);
            """;

    /** {@link UndoTable} has the reason. */
    private static final String UNDO =
            """
            CREATE TABLE telemetry_undo (
                partition_number INTEGER NOT NULL,
                first_offset BIGINT NOT NULL,
                next_offset BIGINT NOT NULL,
                recorded_nanos BIGINT NOT NULL,
                source TEXT NOT NULL,
                existed INTEGER NOT NULL,
                format TEXT,
                title TEXT,
                track TEXT,
                vehicle TEXT,
                driver TEXT,
                arrived TEXT,
                healed TEXT,
                fence TEXT,
                samples BIGINT,
                first_nanos BIGINT,
                last_nanos BIGINT,
                seen_nanos BIGINT,
                ended INTEGER
            );
            CREATE INDEX telemetry_undo_recorded ON telemetry_undo (recorded_nanos);
            """;

    /** What a batch counted and named, so that it can be taken back as well. */
    private static final String UNDO_OF_COUNTS =
            """
            ALTER TABLE telemetry_undo ADD COLUMN duplicates BIGINT NOT NULL DEFAULT 0;
            ALTER TABLE telemetry_channel ADD COLUMN first_offset BIGINT NOT NULL DEFAULT -1;
            """;

    /** What people saved: of no log, and made again by nobody. */
    private static final String MATH_CHANNELS =
            """
            CREATE TABLE telemetry_math_channel (
                name TEXT PRIMARY KEY,
                expression TEXT NOT NULL,
                unit TEXT,
                description TEXT NOT NULL
            );
            """;

    private TelemetrySchema() {}

    public static void migrate(Database database) {
        database.migrate(COMPONENT, SPINE, UNDO, UNDO_OF_COUNTS, MATH_CHANNELS);
    }
}
