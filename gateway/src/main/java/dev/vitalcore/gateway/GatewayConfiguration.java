package dev.vitalcore.gateway;

import dev.vitalcore.gateway.http.HttpConfiguration;
import dev.vitalcore.gateway.json.JsonModule;
import dev.vitalcore.gateway.json.SessionReader;
import dev.vitalcore.gateway.live.LiveConfiguration;
import dev.vitalcore.gateway.registry.RegistryConfiguration;
import dev.vitalcore.gateway.rest.RestConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What Spring puts together: named here, so that nothing depends on what is on the class path. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    LifecycleAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import({
    HttpConfiguration.class,
    RestConfiguration.class,
    RegistryConfiguration.class,
    LiveConfiguration.class
})
class GatewayConfiguration {
    @Bean
    JsonModule jsonModule() {
        return new JsonModule();
    }

    @Bean
    GatewayLimits gatewayLimits(GatewaySettings settings) {
        return settings.limits();
    }

    @Bean
    SessionReader sessionReader(GatewayServices services) {
        return new SessionReader(services);
    }
}
