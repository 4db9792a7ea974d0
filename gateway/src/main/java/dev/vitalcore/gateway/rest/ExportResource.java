package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.export.Export;
import dev.vitalcore.gateway.http.BrokenOff;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Samples of one or more cars as a file, written while they are read (docs/exports.md). */
@RestController
@RequestMapping("/api/v1/sessions/{session}/export")
final class ExportResource {
    private final GatewayServices services;
    private final SessionLookup lookup;

    ExportResource(GatewayServices services, SessionLookup lookup) {
        this.services = services;
        this.lookup = lookup;
    }

    @GetMapping
    void export(
            @PathVariable String session,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ExportQuestion question = ExportQuestion.of(parameters);
        Export export =
                new ExportPlan(services, lookup, lookup.session(session), question).export();
        response.setContentType(export.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(export.fileName()).build().toString());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        try {
            export.write(response.getOutputStream());
        } catch (IOException | RuntimeException | Error failure) {
            // An error, too: what would be written of it would stand in the midst of the file.
            if (response.isCommitted()) {
                throw new BrokenOff(failure);
            }
            response.resetBuffer();
            response.setContentType(null);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
            throw failure;
        }
    }
}
