package dev.vitalcore.streams;

import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.registry.EmbeddedSchemaRegistry;
import dev.vitalcore.sql.SqliteDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The numbers of a real registry; an empty one gives the same in each process. */
final class TestSchemas {
    static final SchemaRegistry REGISTRY = registry();
    static final LogSchemas.Snapshot SCHEMAS = LogSchemas.registerIn(REGISTRY).snapshot();

    private TestSchemas() {}

    private static SchemaRegistry registry() {
        try {
            Path file = Files.createTempDirectory("vitalcore-registry").resolve("views.db");
            for (String name : new String[] {"", "-wal", "-shm"}) {
                file.resolveSibling(file.getFileName() + name).toFile().deleteOnExit();
            }
            file.getParent().toFile().deleteOnExit();
            return EmbeddedSchemaRegistry.in(SqliteDatabase.open(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
