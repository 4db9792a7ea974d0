package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.kernel.SessionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided comes by the outbox, the log and an inbox to people: once, restarts included. */
class DecisionNoticesIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final SessionId SPA = new SessionId("spa");

    @TempDir private Path data;

    @Test
    void tellsOnceWhatConcernsEverybody() {
        try (Platform platform = Platform.start(PlatformSettings.of(data, 0));
                PlatformClient client = new PlatformClient(platform.address())) {
            decide(
                    client,
                    "schedule_session",
                    Map.of(
                            "kind", "race",
                            "name", "Race 1",
                            "circuit", "Spa",
                            "start", "2026-05-02T14:00:00Z"));
            decide(client, "open_session", Map.of());
            decide(client, "go_green", Map.of());
            decide(client, "show_red_flag", Map.of("reason", "barrier at turn 4"));
            await().atMost(SOON).until(() -> told(client).size() == 1);
            assertThat(told(client)).singleElement().asString().contains("barrier at turn 4");
        }
        try (Platform platform = Platform.start(PlatformSettings.of(data, 0));
                PlatformClient client = new PlatformClient(platform.address())) {
            decide(client, "cancel_session", Map.of("reason", "the barrier cannot be mended"));
            await().atMost(SOON).until(() -> told(client).size() == 2);
            assertThat(told(client).getFirst()).contains("cannot be mended");
            assertThat(told(client).getLast()).contains("barrier at turn 4");
        }
    }

    private static void decide(PlatformClient client, String command, Map<String, Object> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("command", command);
        body.put("who", "anna");
        client.command(SPA, command, body);
    }

    private static List<String> told(PlatformClient client) {
        return client.get("/api/v1/notices")
                .path("notices")
                .valueStream()
                .map(notice -> notice.path("text").asString())
                .toList();
    }
}
