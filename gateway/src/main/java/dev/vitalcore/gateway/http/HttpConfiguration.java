package dev.vitalcore.gateway.http;

import dev.vitalcore.gateway.GatewayLimits;
import dev.vitalcore.gateway.GatewaySettings;
import jakarta.servlet.Filter;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Filters, in the order in which a request meets them, errors, and the page. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ErrorPage.class, PageFiles.class, ReadGuards.class})
public class HttpConfiguration {
    @Bean
    ProblemWriter problemWriter(JsonMapper mapper) {
        return new ProblemWriter(mapper);
    }

    @Bean
    BlockBodies blockBodies(GatewayLimits limits) {
        return new BlockBodies(limits.bodies());
    }

    @Bean
    ReadMemory readMemory(GatewayLimits limits) {
        return new ReadMemory(limits.reads());
    }

    @Bean
    FilterRegistrationBean<Filter> responseHeaders() {
        return inOrder(1, new ResponseHeadersFilter());
    }

    @Bean
    FilterRegistrationBean<Filter> callers(GatewaySettings settings, ProblemWriter problems) {
        return inOrder(2, new CallerFilter(new CallerRules(settings), problems));
    }

    @Bean
    FilterRegistrationBean<Filter> concurrency(GatewayLimits limits, ProblemWriter problems) {
        return inOrder(3, new ConcurrencyFilter(limits.concurrentRequests(), problems));
    }

    @Bean
    ErrorPageRegistrar errorPages() {
        return registry ->
                registry.addErrorPages(
                        new org.springframework.boot.web.error.ErrorPage(ErrorPage.PATH));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorReports() {
        return factory -> factory.addContextCustomizers(HttpConfiguration::reportProblems);
    }

    private static void reportProblems(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
        }
    }

    private static FilterRegistrationBean<Filter> inOrder(int order, Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
