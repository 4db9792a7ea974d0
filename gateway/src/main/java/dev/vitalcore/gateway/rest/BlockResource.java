package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayLimits;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.http.BlockBodies;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.telemetry.application.IngestReport;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes blocks in; answers when the log has them durably. */
@RestController
@RequestMapping("/api/v1/blocks")
final class BlockResource {
    static final String MEDIA_TYPE = "application/vnd.vitalcore.block+avro";

    private final GatewayServices services;
    private final GatewayLimits limits;
    private final BlockBodies bodies;

    BlockResource(GatewayServices services, GatewayLimits limits, BlockBodies bodies) {
        this.services = services;
        this.limits = limits;
        this.bodies = bodies;
    }

    @PostMapping(consumes = MEDIA_TYPE)
    IngestReport accept(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limits.bodies().requestBytes()) {
            throw Fault.user(
                    "request-too-large",
                    "the body has " + request.getContentLengthLong() + " bytes",
                    "send at most " + limits.bodies().requestBytes() + " bytes in one request");
        }
        return bodies.read(
                request.getInputStream(),
                blocks ->
                        Answers.await(
                                services.telemetry().ingest().accept(blocks), limits.answerTime()));
    }
}
