package badhouse.timing.domain;

import java.time.Clock;

/** Breaks: domain has no clock. */
record DomainThatKeepsAClock(Clock clock) {}
