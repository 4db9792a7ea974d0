package dev.vitalcore.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds the memory of a request's reads from before its handler until its answer is written. */
final class ReadGuard implements HandlerInterceptor {
    private final ReadMemory memory;
    private final int reads;

    /**
     * @param reads how many questions the handler has for the store at a time
     */
    ReadGuard(ReadMemory memory, int reads) {
        this.memory = memory;
        this.reads = reads;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        memory.take(reads);
        return true;
    }

    /** Called if and only if {@link #preHandle} returned, whatever the handler did. */
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        memory.giveBack(reads);
    }
}
