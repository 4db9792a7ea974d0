package dev.vitalcore.app;

import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.platform.schema.CompatibilityLevel;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.registry.EmbeddedSchemaRegistry;
import dev.vitalcore.registry.HttpSchemaRegistry;
import java.net.URI;
import java.util.Optional;

/** Which registry the platform has, and what it keeps there. */
final class PlatformSchemas {
    private PlatformSchemas() {}

    /**
     * The one in the process stands beside the decisions, which are never thrown away: its numbers
     * are in them and in the log, and nothing could make the same ones again.
     */
    static SchemaRegistry registry(PlatformSettings settings, Decisions decisions, Parts parts) {
        Optional<URI> elsewhere = settings.schemaRegistry();
        return elsewhere.isPresent()
                ? parts.add(new HttpSchemaRegistry(elsewhere.get()))
                : EmbeddedSchemaRegistry.in(decisions.database().orElseThrow());
    }

    /**
     * Registers what this program writes. In our own registry these subjects are held to what the
     * build holds them to, unless somebody said otherwise; what holds elsewhere is its operator's.
     */
    static LogSchemas registered(SchemaRegistry registry) {
        LogSchemas schemas = LogSchemas.registerIn(registry);
        if (registry instanceof EmbeddedSchemaRegistry) {
            for (String subject : LogSchemas.subjects()) {
                if (registry.compatibility(subject).isEmpty()) {
                    registry.setCompatibility(subject, CompatibilityLevel.BACKWARD_TRANSITIVE);
                }
            }
        }
        return schemas;
    }
}
