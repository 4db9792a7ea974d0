package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.platform.metrics.MetricsText;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the platform measures of itself, where collectors look for it. */
@RestController
final class MetricsResource {
    private final MetricsText metrics;

    MetricsResource(GatewayServices services) {
        this.metrics = services.operations().metrics();
    }

    @GetMapping("/metrics")
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, metrics.contentType())
                .body(metrics.scrape());
    }
}
