package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.HealthCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the platform works: up only when every component is. */
@RestController
@RequestMapping("/api/v1/health")
final class HealthResource {
    private static final int UNAVAILABLE = 503;

    private final List<HealthCheck> checks;

    /**
     * @param own the gateway's own checks
     */
    HealthResource(GatewayServices services, List<HealthCheck> own) {
        this.checks = Stream.concat(services.operations().health().stream(), own.stream()).toList();
    }

    @GetMapping
    ResponseEntity<Report> health() {
        Map<String, Component> components = new LinkedHashMap<>();
        boolean allUp = true;
        for (HealthCheck check : checks) {
            HealthCheck.Health health = check.check();
            allUp &= health.up();
            components.put(check.component(), Component.of(health));
        }
        Report report = new Report(status(allUp), components);
        return ResponseEntity.status(allUp ? 200 : UNAVAILABLE).body(report);
    }

    private static String status(boolean up) {
        return up ? "up" : "down";
    }

    record Report(String status, Map<String, Component> components) {}

    record Component(String status, String detail) {
        static Component of(HealthCheck.Health health) {
            return new Component(HealthResource.status(health.up()), health.detail());
        }
    }
}
