package dev.vitalcore.gateway.registry;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of the registry. */
@Configuration(proxyBeanMethods = false)
@Import({
    SubjectResource.class,
    SchemaResource.class,
    CompatibilityResource.class,
    RegistryErrors.class
})
public class RegistryConfiguration {}
