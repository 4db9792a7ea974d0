package badhouse.telemetry.application;

import org.springframework.context.ApplicationContext;

/** Breaks: telemetry knows no technology; Spring stays in gateway and app. */
public record TelemetryThatKnowsSpring(ApplicationContext context) {}
