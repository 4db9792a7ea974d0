package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A platform on the real event store that takes commands to race control over HTTP. */
abstract class OnRaceControl {
    @TempDir private static Path directory;
    static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    static void schedule(String session) {
        done(
                session,
                "k0",
                "{'command':'schedule_session','who':'anna','kind':'race','name':'Race','circuit':'Spa',"
                        + "'start':'2026-05-02T14:05:00Z','marshal_sectors':9,'at':'2026-05-02T13:00:00Z'}");
        done(
                session,
                "k1",
                "{'command':'register_entry','who':'anna','car':'44','team':'Red','drivers':['Ann','Bob'],"
                        + "'at':'2026-05-02T13:00:00Z'}");
    }

    static JsonNode done(String session, String key, String body) {
        HttpResponse<String> response = platform.command(session, key, body.replace('\'', '"'));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningPlatform.json(response);
    }

    static JsonNode refused(String session, String key, String body, int status) {
        HttpResponse<String> response = platform.command(session, key, body.replace('\'', '"'));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return RunningPlatform.json(response);
    }

    static JsonNode get(String path) {
        HttpResponse<String> response = platform.answer(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningPlatform.json(response);
    }
}
