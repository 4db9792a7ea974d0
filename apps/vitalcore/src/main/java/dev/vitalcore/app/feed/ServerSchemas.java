package dev.vitalcore.app.feed;

import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.registry.HttpSchemaRegistry;
import java.net.URI;

/** How a platform that runs already wants its blocks: such ones it logs as they come. */
public final class ServerSchemas {
    private ServerSchemas() {}

    /**
     * @param server the running platform
     * @throws dev.vitalcore.kernel.Fault (unavailable) when it does not answer
     */
    public static LogSchemas.Snapshot of(URI server) {
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(server.resolve("/registry"))) {
            return LogSchemas.registerIn(registry).snapshot();
        }
    }
}
