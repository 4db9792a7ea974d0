package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.sql.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Shared.class)
class PostgresDecisionsIT extends EventStoreElsewhereContract {
    private final PostgresServer server;

    PostgresDecisionsIT(PostgresServer server) {
        this.server = server;
    }

    @Override
    String address(String name) {
        server.createDatabase(name);
        return server.address(name);
    }

    @Override
    PlatformSettings settings(PlatformSettings settings) {
        return settings;
    }

    @Override
    void killServer() {
        server.crash();
    }

    @Override
    void startServer() {
        server.startAgain();
    }

    @Override
    List<String> secrets() throws IOException {
        return List.of(Files.readString(server.passwordFile()));
    }

    @Test
    void refusesAWrongPasswordBeforeTheEnginesAreStarted() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong"), "s3cret-but-wrong");
        String address =
                address("locked").replaceFirst("password-file=.*", "password-file=" + wrong);
        PlatformSettings settings =
                PlatformSettings.of(folder.resolve("data"), 0)
                        .decidedAt(EventStorePlace.parse(address));

        Fault refused = catchThrowableOfType(Fault.class, () -> Platform.start(settings));

        assertThat(refused.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(refused.text() + refused.remedy()).doesNotContain("s3cret");
        assertThat(folder.resolve("data/kafka")).doesNotExist();
        assertThat(folder.resolve("data/event-store")).doesNotExist();
    }
}
