package dev.vitalcore.gateway.http;

import dev.vitalcore.kernel.Text;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Turns away callers that {@link CallerRules} does not know, before anything else looks at them.
 */
public final class CallerFilter extends HttpFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int SHOWN = 100;

    private final transient CallerRules rules;
    private final transient ProblemWriter problems;

    public CallerFilter(CallerRules rules, ProblemWriter problems) {
        this.rules = rules;
        this.problems = problems;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Problem> refusal = refusal(request);
        if (refusal.isPresent()) {
            problems.write(response, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Problem> refusal(HttpServletRequest request) {
        String host = request.getServerName();
        if (!rules.hostAllowed(host)) {
            return Optional.of(
                    Problem.of(
                            421,
                            "host-foreign",
                            "this server is not '" + Text.abbreviate(host, SHOWN) + "'",
                            "call it as 127.0.0.1 or localhost"));
        }
        String origin = request.getHeader("Origin");
        if (origin != null && rules.originConfigured(origin)) {
            return Optional.empty();
        }
        if (origin != null
                && guarded(request)
                && !rules.ownOrigin(origin, host, request.getServerPort())) {
            return Optional.of(
                    foreign("the origin '" + Text.abbreviate(origin, SHOWN) + "' may not do this"));
        }
        if (crossSite(request)) {
            return Optional.of(foreign("a page of another site may not call the interface"));
        }
        return Optional.empty();
    }

    private static Problem foreign(String detail) {
        return Problem.of(403, "origin-foreign", detail, "use the page that this server serves");
    }

    /**
     * As the browser says. Such a page could not see the answer, but could keep the server busy
     * with reading for it.
     */
    private static boolean crossSite(HttpServletRequest request) {
        String path = request.getServletPath();
        return "cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"))
                && (path.startsWith("/api/") || path.startsWith("/registry/"));
    }

    /** Reading across origins is prevented by the browser; changing and live sockets are not. */
    private static boolean guarded(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }
}
