package dev.vitalcore.kurrentdb;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventSubscriptionContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs where {@code KURRENTDB_URL} is given, e.g. {@code kurrentdb://127.0.0.1:2113?tls=false}. */
@EnabledIfEnvironmentVariable(
        named = "KURRENTDB_URL",
        matches = ".+",
        disabledReason = "KURRENTDB_URL names no server")
class KurrentDbEventSubscriptionIT extends EventSubscriptionContract {
    @Override
    protected EventStore open(Path directory, InstantSource clock) {
        return KurrentDbEventStore.open(KurrentDbServer.settings(directory), clock);
    }
}
