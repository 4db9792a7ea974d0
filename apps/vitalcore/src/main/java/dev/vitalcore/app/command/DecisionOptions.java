package dev.vitalcore.app.command;

import dev.vitalcore.app.PlatformSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where decisions and the numbers of schemas are kept, as options of what runs the platform. */
final class DecisionOptions {
    @Mixin private EventStoreOption eventStore;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description =
                    "a registry of Confluent's API instead of the one in the process"
                            + " (docs/schemas.md)")
    private @Nullable URI schemaRegistry;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    DecisionOptions() {}

    PlatformSettings with(PlatformSettings settings) {
        PlatformSettings decided = settings.decidedAt(eventStore.place());
        return schemaRegistry == null ? decided : decided.registeredAt(schemaRegistry);
    }
}
