package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources, one by one: nothing is found by scanning. */
@Configuration(proxyBeanMethods = false)
@Import({
    HealthResource.class,
    SessionResource.class,
    EntryResource.class,
    SeriesResource.class,
    FrameResource.class,
    MathChannelResource.class,
    TrackResource.class,
    CircuitResource.class,
    OverlayResource.class,
    CornerResource.class,
    StandingResource.class,
    TimingHistoryResource.class,
    ExportResource.class,
    SourceResource.class,
    WarningResource.class,
    RaceControlResource.class,
    CommandResource.class,
    DecisionResource.class,
    RaceViewResource.class,
    ProjectionResource.class,
    DeadLetterResource.class,
    SagaResource.class,
    OpeningResource.class,
    OnboardingResource.class,
    NoticeResource.class,
    BlockResource.class,
    ForecastResource.class,
    CallResource.class,
    MetricsResource.class
})
public class RestConfiguration {
    @Bean
    SessionLookup sessionLookup(GatewayServices services) {
        return new SessionLookup(services.telemetry().sessions());
    }
}
