package badhouse.gateway;

import io.micrometer.core.instrument.MeterRegistry;

/** Breaks: Micrometer stays in its adapter. */
record GatewayThatKnowsMicrometer(MeterRegistry registry) {}
