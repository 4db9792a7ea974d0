package badhouse.telemetry.application;

import org.springframework.context.ApplicationContext;

/** Breaks: contexts know no technology; Spring stays in gateway and app. */
public record TelemetryThatKnowsSpring(ApplicationContext context) {}
