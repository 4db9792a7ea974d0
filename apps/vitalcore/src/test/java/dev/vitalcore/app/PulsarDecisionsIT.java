package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.pulsar.PulsarBroker;
import dev.vitalcore.registry.Apicurio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PulsarBroker.Shared.class)
class PulsarDecisionsIT extends EventStoreElsewhereContract {
    @TempDir private static Path registryFolder;
    private static Apicurio registry;

    private final PulsarBroker broker;

    PulsarDecisionsIT(PulsarBroker broker) {
        this.broker = broker;
    }

    @BeforeAll
    static void startRegistry() {
        registry = Apicurio.start(registryFolder);
    }

    @AfterAll
    static void endRegistry() {
        registry.close();
    }

    @Override
    String address(String name) {
        return broker.address("public/decisions/" + name);
    }

    @Override
    PlatformSettings settings(PlatformSettings settings) {
        return settings.registeredAt(registry.api());
    }

    @Override
    void killServer() throws IOException {
        broker.kill();
    }

    @Override
    void startServer() throws IOException {
        broker.startAgain();
    }

    /** The broker asks for none. */
    @Override
    List<String> secrets() {
        return List.of();
    }

    @Test
    void refusesARegistryThatGoesWithTheDirectory() {
        PlatformSettings alone =
                PlatformSettings.of(folder.resolve("data"), 0)
                        .decidedAt(EventStorePlace.parse(address("alone")));

        WrongUsage refused = catchThrowableOfType(WrongUsage.class, () -> Platform.start(alone));

        assertThat(refused.remedy()).contains("--schema-registry");
        assertThat(folder.resolve("data/kafka")).doesNotExist();
    }
}
