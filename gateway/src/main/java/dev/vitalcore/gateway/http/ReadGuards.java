package dev.vitalcore.gateway.http;

import dev.vitalcore.gateway.GatewayLimits;
import dev.vitalcore.gateway.ReadLimits;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts a guard before every call that answers with stored samples or what was made of them. What
 * asks a server elsewhere has none: it would hold its place while that one does not answer.
 */
final class ReadGuards implements WebMvcConfigurer {
    private static final String EXPORT = "/api/v1/sessions/*/export";

    private final ReadMemory memory;
    private final int exports;

    ReadGuards(ReadMemory memory, GatewayLimits limits) {
        this.memory = memory;
        this.exports = limits.reads().exports();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ReadGuard(memory, 1))
                .addPathPatterns(
                        "/api/v1/sessions/*/entries/*/series",
                        "/api/v1/sessions/*/frames",
                        "/api/v1/sessions/*/track",
                        "/api/v1/sessions/*/race-control",
                        "/api/v1/sessions/*/standing",
                        "/api/v1/sessions/*/standings",
                        "/api/v1/sessions/*/laps",
                        "/api/v1/sessions/*/corners");
        registry.addInterceptor(new ExportGuard(exports)).addPathPatterns(EXPORT);
        registry.addInterceptor(new ReadGuard(memory, 1)).addPathPatterns(EXPORT);
        registry.addInterceptor(new ReadGuard(memory, ReadLimits.MOST_READS_A_REQUEST))
                .addPathPatterns("/api/v1/overlay", "/api/v1/corners/compare", "/api/v1/losses");
    }
}
