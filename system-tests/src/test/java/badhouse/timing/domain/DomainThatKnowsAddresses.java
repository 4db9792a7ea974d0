package badhouse.timing.domain;

import java.net.URI;

/** Breaks: domain has no input and no output. */
record DomainThatKnowsAddresses(URI address) {}
