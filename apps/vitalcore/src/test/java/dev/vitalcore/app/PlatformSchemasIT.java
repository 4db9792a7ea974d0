package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.platform.schema.CompatibilityLevel;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.registry.EmbeddedSchemaRegistry;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the registry of a data directory from start to start. */
class PlatformSchemasIT {
    @TempDir Path directory;

    @Test
    void givesTheSameNumbersInAnExistingDirectory() {
        LogSchemas.Snapshot first = registered();

        assertThat(registered()).isEqualTo(first);
        assertThat(first.blocks().current()).isEqualTo(1);
        assertThat(first.timingEvents().schemas()).hasSize(4);
    }

    @Test
    void givesTheSameNumbersInEveryNewDirectory() {
        LogSchemas.Snapshot first = registered();
        directory = directory.resolve("another");

        assertThat(registered()).isEqualTo(first);
    }

    @Test
    void leavesALevelThatSomebodySet() {
        String blocks = LogSchemas.subjects().getFirst();
        registered();
        try (SqliteDatabase database = open()) {
            SchemaRegistry registry = EmbeddedSchemaRegistry.in(database);
            assertThat(registry.compatibility(blocks))
                    .contains(CompatibilityLevel.BACKWARD_TRANSITIVE);
            registry.setCompatibility(blocks, CompatibilityLevel.FULL);
            PlatformSchemas.registered(registry);
            assertThat(registry.compatibility(blocks)).contains(CompatibilityLevel.FULL);
        }
    }

    private LogSchemas.Snapshot registered() {
        try (SqliteDatabase database = open()) {
            return PlatformSchemas.registered(EmbeddedSchemaRegistry.in(database)).snapshot();
        }
    }

    private SqliteDatabase open() {
        return SqliteDatabase.open(directory.resolve("events.db"));
    }
}
