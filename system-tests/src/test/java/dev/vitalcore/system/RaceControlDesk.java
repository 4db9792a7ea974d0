package dev.vitalcore.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Sends commands to race control, as {@code docs/race-control.md} has them. */
final class RaceControlDesk {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final RunningPlatform platform;

    RaceControlDesk(RunningPlatform platform) {
        this.platform = platform;
    }

    /** A race with nine marshal sectors and these cars. */
    void schedule(String session, Instant start, String... cars) {
        decide(
                session,
                "schedule_session",
                "anna",
                start,
                "'kind':'race','name':'Race 1','circuit':'Spa','start':'%s','marshal_sectors':9"
                        .formatted(start));
        for (String car : cars) {
            decide(
                    session,
                    "register_entry",
                    "race office",
                    start,
                    "'car':'%s','team':'Team %s','drivers':['driver of %s']"
                            .formatted(car, car, car));
        }
    }

    /**
     * Fails where it is refused.
     *
     * @param fields further ones of the command, with single quotes
     */
    void decide(String session, String command, String who, Instant at, String fields) {
        String body =
                "{'command':'%s','who':'%s','at':'%s'%s}"
                        .formatted(command, who, at, fields.isEmpty() ? "" : "," + fields)
                        .replace('\'', '"');
        HttpRequest request =
                HttpRequest.newBuilder(
                                platform.address()
                                        .resolve("/api/v1/sessions/" + session + "/commands"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(command + " was refused: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
