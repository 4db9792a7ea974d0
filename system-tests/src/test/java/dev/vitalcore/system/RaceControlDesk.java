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
     * An incident that is reported late, a penalty of it that is revoked, a flag that stays out.
     */
    void story(String session) {
        Instant start = Instant.now().minusSeconds(3_600);
        schedule(session, start, "7", "44");
        decide(session, "open_session", "anna", start, "");
        decide(session, "go_green", "anna", start.plusSeconds(60), "");
        decide(
                session,
                "report_incident",
                "bert",
                start.plusSeconds(120),
                "'why':'on camera 3','kind':'contact','cars':['44','7'],'distance_m':1204.5,"
                        + "'description':'44 hit 7 at turn 5'");
        decide(
                session,
                "impose_penalty",
                "carl",
                start.plusSeconds(300),
                "'car':'44','kind':'drive_through','incident':1,'reason':'avoidable contact'");
        decide(
                session,
                "show_sector_flag",
                "post 4",
                start.plusSeconds(310),
                "'sector':4,'flag':'double_yellow','reason':'oil'");
        decide(
                session,
                "revoke_penalty",
                "carl",
                start.plusSeconds(400),
                "'number':1,'reason':'the other onboard shows it otherwise'");
    }

    /**
     * Fails where it is refused.
     *
     * @param fields further ones of the command, with single quotes
     */
    void decide(String session, String command, String who, Instant at, String fields) {
        send(
                session,
                "commands",
                200,
                "{'command':'%s','who':'%s','at':'%s'%s}"
                        .formatted(command, who, at, fields.isEmpty() ? "" : "," + fields));
    }

    /** Has a scheduled session opened with all that takes part in it; that goes on after this. */
    void open(String session, String who) {
        send(session, "opening", 202, "{'who':'%s','expected_mib':1}".formatted(who));
    }

    private void send(String session, String what, int expected, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                platform.address()
                                        .resolve("/api/v1/sessions/" + session + "/" + what))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new AssertionError(body + " was refused: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
