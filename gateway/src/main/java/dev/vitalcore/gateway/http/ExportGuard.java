package dev.vitalcore.gateway.http;

import dev.vitalcore.kernel.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Bounds the exports at a time: they last, and the page wants to read meanwhile. */
final class ExportGuard implements HandlerInterceptor {
    private final int most;
    private final Semaphore places;

    ExportGuard(int most) {
        this.most = most;
        this.places = new Semaphore(most);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!places.tryAcquire()) {
            throw Fault.unavailable(
                    "exports-busy",
                    most + " exports are being written",
                    "try again when one of them is done");
        }
        return true;
    }

    /** Called if and only if {@link #preHandle} returned, whatever the handler did. */
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        places.release();
    }
}
