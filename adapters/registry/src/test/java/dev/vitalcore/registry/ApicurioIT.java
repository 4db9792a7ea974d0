package dev.vitalcore.registry;

import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.schema.SchemaRegistryContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The client against a real registry that is not ours. */
class ApicurioIT extends SchemaRegistryContract {
    private static Apicurio apicurio;
    private static HttpSchemaRegistry registry;

    @BeforeAll
    static void start(@TempDir Path directory) {
        apicurio = Apicurio.start(directory);
        registry = new HttpSchemaRegistry(apicurio.api());
    }

    @AfterAll
    static void stop() {
        registry.close();
        apicurio.close();
    }

    @Override
    protected SchemaRegistry registry() {
        return registry;
    }
}
