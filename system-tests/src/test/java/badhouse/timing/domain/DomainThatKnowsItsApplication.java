package badhouse.timing.domain;

import badhouse.timing.application.TimingThatKnowsTelemetry;

/** Breaks: domain knows no application and no port. */
record DomainThatKnowsItsApplication(TimingThatKnowsTelemetry application) {}
