package dev.vitalcore.gateway.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container itself refuses (or fails at) looks like every other problem. */
@RestController
public final class ErrorPage {
    public static final String PATH = "/error";

    @RequestMapping(PATH)
    @Nullable ResponseEntity<Problem> error(
            HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            // An answer that was broken off: nothing may be added to it.
            return null;
        }
        Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = given instanceof Integer number ? number : 404;
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Problem problem = EarlyRefusals.of(status, path == null ? null : path.toString());
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(problem);
    }
}
