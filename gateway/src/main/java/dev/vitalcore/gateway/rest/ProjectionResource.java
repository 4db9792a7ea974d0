package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.ProjectionJson;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.projection.ProjectionRunner;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the views stand; building one anew, and trying again what was parked. */
@RestController
@RequestMapping("/api/v1/projections")
final class ProjectionResource {
    private final Map<String, ? extends ProjectionRunner<?>> runners;

    ProjectionResource(GatewayServices services) {
        this.runners = new TreeMap<>(services.decisions().raceViews().projections());
    }

    @GetMapping
    Listed list() {
        return new Listed(runners.values().stream().map(ProjectionJson::of).toList());
    }

    @GetMapping("/{name}")
    ProjectionJson one(@PathVariable String name) {
        return ProjectionJson.of(runner(name));
    }

    /** It is built beside the one that answers; the answer comes at once. */
    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionJson rebuild(@PathVariable String name) {
        runner(name).rebuild();
        return ProjectionJson.of(runner(name));
    }

    @PostMapping("/{name}/parked/{category}/{id}/retry")
    ProjectionJson retry(
            @PathVariable String name, @PathVariable String category, @PathVariable String id) {
        try {
            runner(name).retryParked(new StreamName(category, id));
        } catch (IllegalArgumentException unusable) {
            throw Fault.user(
                    "stream-unknown",
                    String.valueOf(unusable.getMessage()),
                    "the parked streams are listed with the projection",
                    unusable);
        }
        return ProjectionJson.of(runner(name));
    }

    private ProjectionRunner<?> runner(String name) {
        ProjectionRunner<?> runner = runners.get(name);
        if (runner == null) {
            throw Fault.user(
                    "projection-unknown",
                    "there is no projection '" + Text.abbreviate(name, 60) + "'",
                    "there are " + String.join(", ", runners.keySet()));
        }
        return runner;
    }

    record Listed(List<ProjectionJson> projections) {}
}
