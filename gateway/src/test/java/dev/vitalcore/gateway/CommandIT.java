package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Commands to race control, and what they came to. */
class CommandIT extends OnRaceControl {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void carriesOutACommandOnce() {
        schedule("once");

        JsonNode first = done("once", "k2", "{'command':'open_session','who':'anna'}");
        JsonNode again = done("once", "k2", "{'who':'anna', 'command':'open_session'}");

        assertThat(first.get("events")).hasToString("[\"session_opened\"]");
        assertThat(first.get("version").asInt()).isEqualTo(3);
        assertThat(again.get("repeated").asBoolean()).isTrue();
        assertThat(again.get("position")).isEqualTo(first.get("position"));
        JsonNode reused = refused("once", "k2", "{'command':'go_green','who':'anna'}", 409);
        assertThat(reused.get("type").asString()).endsWith("command-key-reused");
    }

    @Test
    void tellsTheStateAsItWasKnown() {
        schedule("known");
        done("known", "k2", "{'command':'open_session','who':'anna','at':'2026-05-02T14:00:00Z'}");
        done(
                "known",
                "k3",
                "{'command':'report_incident','who':'bert','why':'on camera 3','kind':'contact','cars':['44'],"
                        + "'distance_m':1204.5,'description':'44 off at turn 5','at':'2026-05-02T14:32:10Z'}");
        done("known", "k4", "{'command':'acknowledge_incident','who':'anna','number':1}");

        JsonNode now = get("/sessions/known/state").get("incidents").get(0);
        JsonNode before = get("/sessions/known/state?as_of=2026-05-02T14:32:09Z");
        JsonNode unheard = get("/sessions/known/state?known_at=2020-01-01T00:00:00Z");

        assertThat(now.get("stage").asString()).isEqualTo("acknowledged");
        assertThat(now.get("acknowledged_by").asString()).isEqualTo("anna");
        assertThat(now.get("distance_m").asDouble()).isEqualTo(1204.5);
        assertThat(before.get("phase").asString()).isEqualTo("open");
        assertThat(before.get("incidents")).isEmpty();
        assertThat(unheard.get("phase").asString()).isEqualTo("unscheduled");
    }

    @Test
    void tellsTheHistoryOfAnObject() {
        schedule("told");
        done("told", "k2", "{'command':'open_session','who':'anna'}");
        done(
                "told",
                "k3",
                "{'command':'report_incident','who':'bert','why':'on camera 3','kind':'spin','cars':['44'],"
                        + "'description':'44 spun'}");
        done(
                "told",
                "k4",
                "{'command':'impose_penalty','who':'carl','car':'44','kind':'time','amount':5,'incident':1,"
                        + "'reason':'unsafe return'}");

        JsonNode incident = get("/sessions/told/history?about=incident/1").get("decisions");
        JsonNode car = get("/sessions/told/history?about=entry/44").get("decisions");

        assertThat(types(incident)).containsExactly("incident_reported", "penalty_imposed");
        assertThat(types(car))
                .containsExactly("entry_registered", "incident_reported", "penalty_imposed");
        JsonNode reported = incident.get(0);
        assertThat(reported.get("who").asString()).isEqualTo("bert");
        assertThat(reported.get("why").asString()).isEqualTo("on camera 3");
        assertThat(reported.get("about").asString()).isEqualTo("incident/1");
        assertThat(reported.get("facts").get("description").asString()).isEqualTo("44 spun");
        assertThat(reported.get("text").asString()).isEqualTo("Incident 1, spin (44): 44 spun");
        assertThat(platform.answer("/sessions/told/history?about=weather").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theHistoryOfAnIncidentGoesOnWithItsPenalties() {
        schedule("undone");
        done("undone", "k2", "{'command':'open_session','who':'anna'}");
        done(
                "undone",
                "k3",
                "{'command':'report_incident','who':'bert','kind':'spin','cars':['44'],'description':'x'}");
        done(
                "undone",
                "k4",
                "{'command':'impose_penalty','who':'carl','car':'44','kind':'time','amount':5,'incident':1,"
                        + "'reason':'unsafe return'}");
        long imposed =
                done(
                                "undone",
                                "k5",
                                "{'command':'impose_penalty','who':'carl','car':'44','kind':'warning',"
                                        + "'amount':0,'reason':'track limits'}")
                        .get("version")
                        .asLong();
        done(
                "undone",
                "k6",
                "{'command':'revoke_penalty','who':'carl','number':1,'reason':'video'}");
        done(
                "undone",
                "k7",
                "{'command':'revoke_penalty','who':'carl','number':2,'reason':'video'}");

        String about = "/sessions/undone/history?about=incident/1";
        JsonNode whole = get(about).get("decisions");
        JsonNode later = get(about + "&after=" + imposed).get("decisions");

        assertThat(types(whole))
                .containsExactly("incident_reported", "penalty_imposed", "penalty_revoked");
        assertThat(types(later)).containsExactly("penalty_revoked");
        assertThat(later.get(0).get("about").asString()).isEqualTo("penalty/1");
    }

    @Test
    void whoDecidesReadsWhatHeDecided() {
        schedule("read");
        long position =
                done("read", "k2", "{'command':'open_session','who':'anna','why':'dry now'}")
                        .get("position")
                        .asLong();

        JsonNode board = get("/board?position=" + position).get("sessions");
        JsonNode timeline = get("/sessions/read/timeline?position=" + position).get("decisions");
        JsonNode audit = get("/audit?session=read&about=session&who=anna").get("decisions");

        JsonNode line =
                board.valueStream()
                        .filter(each -> each.get("session").asString().equals("read"))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.get("phase").asString()).isEqualTo("open");
        assertThat(line.get("entries").asInt()).isEqualTo(1);
        assertThat(timeline.get(2).get("text").asString()).isEqualTo("Pit lane open");
        assertThat(timeline.get(2).get("why").asString()).isEqualTo("dry now");
        assertThat(types(audit)).containsExactly("session_opened", "session_scheduled");
        assertThat(platform.answer("/board?position=1000000").statusCode()).isEqualTo(503);
    }

    @Test
    void tellsTheResultAndTheDriver() {
        schedule("result");
        get("/sessions/result/result?position=" + get("/sessions/result/state").get("position"));

        JsonNode line = get("/sessions/result/result").get("result").get(0);

        assertThat(line.get("drivers")).hasToString("[\"Ann\",\"Bob\"]");
        assertThat(line.get("position").isNull()).isTrue();
        assertThat(get("/drivers/Bob").get("entries").valueStream())
                .anyMatch(each -> each.get("session").asString().equals("result"));
    }

    @Test
    void buildsAViewAnew() {
        schedule("anew");

        JsonNode status =
                RunningPlatform.json(
                        platform.post(
                                "/projections/session-board/rebuild",
                                "application/json",
                                new byte[0]));

        assertThat(status.get("name").asString()).isEqualTo("session-board");
        await().atMost(SOON)
                .untilAsserted(() -> {
                    JsonNode generations = get("/projections/session-board").get("generations");
                    assertThat(generations).hasSize(1);
                    assertThat(generations.get(0).get("number").asInt()).isGreaterThan(1);
                });
        assertThat(get("/projections").get("projections")).hasSize(3);
        assertThat(platform.answer("/projections/none").statusCode()).isEqualTo(404);
    }

    @Test
    void doesNotKnowWhatNobodyScheduled() {
        assertThat(platform.answer("/sessions/nobody/state").statusCode()).isEqualTo(404);
    }

    private static List<String> types(JsonNode decisions) {
        return decisions.valueStream().map(each -> each.get("type").asString()).toList();
    }
}
