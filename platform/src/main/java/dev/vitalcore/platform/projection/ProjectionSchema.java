package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.sql.Database;

/** The tables in which it is kept how far each projection has come. */
final class ProjectionSchema {
    private static final String TABLES =
            """
            CREATE TABLE projection_generation (
                projection {text} NOT NULL,
                generation {integer} NOT NULL,
                schema_version {integer} NOT NULL,
                state {text} NOT NULL,
                position {integer} NOT NULL,
                PRIMARY KEY (projection, generation)
            );
            -- By these names a generation is dropped, also by a program that no longer knows its shape.
            CREATE TABLE projection_table (
                name {text} PRIMARY KEY,
                projection {text} NOT NULL,
                generation {integer} NOT NULL
            );
            CREATE TABLE projection_parked (
                projection {text} NOT NULL,
                generation {integer} NOT NULL,
                stream {text} NOT NULL,
                position {integer} NOT NULL,
                version {integer} NOT NULL,
                type {text} NOT NULL,
                reason {text} NOT NULL,
                parked_nanos {integer} NOT NULL,
                behind {integer} NOT NULL,
                PRIMARY KEY (projection, generation, stream)
            );
            """;

    private ProjectionSchema() {}

    static void migrate(Database database) {
        database.migrate("projections", database.dialect().script(TABLES));
    }
}
