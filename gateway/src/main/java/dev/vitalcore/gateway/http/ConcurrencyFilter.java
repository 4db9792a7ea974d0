package dev.vitalcore.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Bounds how many requests are worked on at a time: with a virtual thread a request, nothing else
 * does. A live socket counts only until it is open.
 */
public final class ConcurrencyFilter extends HttpFilter {
    private final transient Semaphore places;
    private final int most;
    private final transient ProblemWriter problems;

    public ConcurrencyFilter(int most, ProblemWriter problems) {
        this.places = new Semaphore(most);
        this.most = most;
        this.problems = problems;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!places.tryAcquire()) {
            problems.write(
                    response,
                    Problem.of(
                            503,
                            "too-many-requests",
                            most + " requests are being worked on",
                            "try again in a second"));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
