package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.BoardLineJson;
import dev.vitalcore.gateway.json.ResultLineJson;
import dev.vitalcore.gateway.json.TimelineLineJson;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.racecontrol.application.view.AuditFilter;
import dev.vitalcore.racecontrol.application.view.RaceViews;
import dev.vitalcore.racecontrol.domain.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The views of race control's decisions. Each takes {@code position}, as a command has answered it,
 * and then waits until it has come so far: who has decided reads what he decided.
 */
@RestController
@RequestMapping("/api/v1")
final class RaceViewResource {
    private static final Duration MOST_WAITED = Duration.ofSeconds(2);
    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    private final RaceViews views;

    RaceViewResource(GatewayServices services) {
        this.views = services.decisions().raceViews();
    }

    @GetMapping("/board")
    Board board(@RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, Set.of("limit", "position"));
        await(parameters);
        return new Board(views.board(limit(parameters)).stream().map(BoardLineJson::of).toList());
    }

    @GetMapping("/sessions/{session}/timeline")
    Timeline timeline(@PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, Set.of("after", "limit", "position"));
        await(parameters);
        return new Timeline(
                views
                        .timeline(
                                Decisions.session(session),
                                Parameters.position(parameters, "after").orElse(0),
                                limit(parameters))
                        .stream()
                        .map(TimelineLineJson::of)
                        .toList());
    }

    @GetMapping("/audit")
    Audit audit(@RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(
                parameters, Set.of("who", "session", "about", "before", "limit", "position"));
        await(parameters);
        return new Audit(
                views
                        .audit(
                                filter(parameters),
                                Parameters.position(parameters, "before").orElse(Long.MAX_VALUE),
                                limit(parameters))
                        .stream()
                        .map(TimelineLineJson::of)
                        .toList());
    }

    @GetMapping("/sessions/{session}/result")
    Standings result(@PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, Set.of("position"));
        await(parameters);
        return new Standings(
                views.standings(Decisions.session(session)).stream()
                        .map(ResultLineJson::of)
                        .toList());
    }

    @GetMapping("/drivers/{driver}")
    Driver driver(@PathVariable String driver, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, Set.of("position"));
        await(parameters);
        return new Driver(driver, views.driver(driver).stream().map(ResultLineJson::of).toList());
    }

    private void await(Map<String, String> parameters) {
        Parameters.position(parameters, "position")
                .ifPresent(position -> views.awaitPosition(position, MOST_WAITED));
    }

    private static int limit(Map<String, String> parameters) {
        return Parameters.whole(parameters, "limit", 1, MOST).orElse(USUAL);
    }

    private static AuditFilter filter(Map<String, String> parameters) {
        try {
            return new AuditFilter(
                    Optional.ofNullable(parameters.get("who")),
                    Optional.ofNullable(parameters.get("session")).map(Decisions::session),
                    Optional.ofNullable(parameters.get("about")).map(Subject::parse));
        } catch (IllegalArgumentException unusable) {
            throw Fault.user(
                    "parameter-unusable",
                    String.valueOf(unusable.getMessage()),
                    "e.g. session=spa-race&about=incident/3",
                    unusable);
        }
    }

    record Board(List<BoardLineJson> sessions) {}

    record Timeline(List<TimelineLineJson> decisions) {}

    record Audit(List<TimelineLineJson> decisions) {}

    record Standings(List<ResultLineJson> result) {}

    record Driver(String driver, List<ResultLineJson> entries) {}
}
