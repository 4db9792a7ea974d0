package dev.vitalcore.gateway.live;

import dev.vitalcore.gateway.GatewayLimits;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.http.ProblemWriter;
import dev.vitalcore.gateway.json.SessionFacts;
import dev.vitalcore.gateway.rest.SessionLookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts the live socket at its path. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
public class LiveConfiguration {
    @Bean
    LiveHub liveHub(
            GatewayServices services, SessionFacts facts, JsonMapper mapper, GatewayLimits limits) {
        return new LiveHub(services, facts, new LiveFrames(mapper), limits.live());
    }

    @Bean
    WebSocketConfigurer liveSockets(
            LiveHub hub,
            SessionLookup lookup,
            JsonMapper mapper,
            GatewayLimits limits,
            ProblemWriter problems) {
        // Any origin here: the caller filter has decided before, by one rule for all requests.
        return registry ->
                registry.addHandler(new LiveEndpoint(hub, mapper, limits.live()), "/api/v1/live")
                        .addInterceptors(new LiveHandshake(hub, lookup, problems))
                        .setAllowedOrigins("*");
    }
}
