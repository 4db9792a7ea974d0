package badhouse.timing.domain;

import badhouse.platform.PlatformThatKnowsKafka;

/** Breaks: domain knows no application and no port. */
record DomainThatKnowsAPort(PlatformThatKnowsKafka port) {}
