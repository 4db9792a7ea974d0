package dev.vitalcore.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.schema.CompatibilityLevel;
import dev.vitalcore.platform.schema.SchemaFaults;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.schema.SchemaRegistryContract;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSchemaRegistryIT extends SchemaRegistryContract {
    @TempDir private Path directory;
    private SqliteDatabase database;
    private SchemaRegistry registry;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(directory.resolve("views.db"));
        registry = EmbeddedSchemaRegistry.in(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected SchemaRegistry registry() {
        if (database == null) {
            open();
        }
        return registry;
    }

    @Test
    void keepsIdsAndLevelsOverARestart() {
        int first = registry.register("a-value", "\"int\"");
        int second = registry.register("b-value", "\"string\"");
        registry.setCompatibility("b-value", CompatibilityLevel.FULL);

        close();
        open();

        assertThat(registry.register("b-value", "\"string\"")).isEqualTo(second);
        assertThat(registry.register("a-value", "\"int\"")).isEqualTo(first);
        assertThat(registry.register("c-value", "\"long\"")).isEqualTo(second + 1);
        assertThat(registry.compatibility("b-value")).contains(CompatibilityLevel.FULL);
    }

    @Test
    void countsIdsFromOneWithoutHoles() {
        assertThat(registry.register("a-value", "\"int\"")).isEqualTo(1);
        refusal(() -> registry.register("a-value", "\"boolean\""));

        assertThat(registry.register("b-value", "\"boolean\"")).isEqualTo(2);
    }

    @Test
    void isBackwardCompatibleWhereNothingIsSaid() {
        close();
        database = SqliteDatabase.open(directory.resolve("other.db"));

        assertThat(EmbeddedSchemaRegistry.in(database).compatibility())
                .isEqualTo(CompatibilityLevel.BACKWARD);
    }

    /** Apicurio would say NONE, and hold the subject to what holds for all. */
    @Test
    void tellsThatASubjectHasNoLevelOfItsOwn() {
        registry.register(subject(), "\"int\"");

        assertThat(registry.compatibility(subject())).isEmpty();
    }

    @Test
    void namesTheFieldWhereverItStands() {
        registry.register(subject(), nested("int"));

        Fault fault = refusal(() -> registry.register(subject(), nested("string")));

        assertThat(fault.text())
                .contains("laps.Lap.number")
                .contains("it does not read the old")
                .contains("version 1");
    }

    @Test
    void refusesMoreVersionsThanItKeeps() {
        registry.setCompatibility(subject(), CompatibilityLevel.NONE);
        for (int version = 0; version < EmbeddedSchemaRegistry.MOST_VERSIONS; version++) {
            registry.register(subject(), nested("int", "field" + version));
        }

        Fault fault = refusal(() -> registry.register(subject(), nested("int", "one_more")));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(fault.code()).isEqualTo("registry-full");
    }

    @Test
    void refusesSubjectsWithoutAName() {
        assertThat(refusal(() -> registry.register(" ", "\"int\"")).code())
                .isEqualTo(SchemaFaults.SUBJECT_INVALID);
        assertThat(refusal(() -> registry.register("x".repeat(256), "\"int\"")).code())
                .isEqualTo(SchemaFaults.SUBJECT_INVALID);
    }

    @Test
    void refusesASchemaThatIsTooLong() {
        String long70 = "\"" + "x".repeat(70_000) + "\"";

        assertThat(refusal(() -> registry.register(subject(), long70)).text())
                .contains("70002")
                .contains("65536");
    }

    private static String nested(String type) {
        return nested(type, "number");
    }

    private static String nested(String type, String name) {
        return """
        {"type": "record", "name": "Session", "fields": [
          {"name": "laps", "type": {"type": "array", "items":
            ["null", {"type": "record", "name": "Lap", "fields": [{"name": "%s", "type": "%s"}]}]}}]}
        """
                .formatted(name, type);
    }
}
