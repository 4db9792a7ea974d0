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
 * does. An eighth of the places is for blocks alone, so that those who read cannot keep data from
 * coming in. A live socket counts only until it is open.
 */
public final class ConcurrencyFilter extends HttpFilter {
    private static final int SHARE_OF_BLOCKS = 8;
    private static final String BLOCKS = "/api/v1/blocks";

    private final transient Semaphore places;
    private final transient Semaphore placesOfOthers;
    private final int most;
    private final transient ProblemWriter problems;

    public ConcurrencyFilter(int most, ProblemWriter problems) {
        this.places = new Semaphore(most);
        this.placesOfOthers = new Semaphore(Math.max(1, most - most / SHARE_OF_BLOCKS));
        this.most = most;
        this.problems = problems;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (BLOCKS.equals(request.getServletPath())) {
            doWithPlace(request, response, chain);
        } else if (!placesOfOthers.tryAcquire()) {
            refuse(response);
        } else {
            try {
                doWithPlace(request, response, chain);
            } finally {
                placesOfOthers.release();
            }
        }
    }

    private void doWithPlace(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!places.tryAcquire()) {
            refuse(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        problems.write(
                response,
                Problem.of(
                        503,
                        "too-many-requests",
                        "as many requests are being worked on as may be: " + most + " of all kinds",
                        "try again in a second"));
    }
}
