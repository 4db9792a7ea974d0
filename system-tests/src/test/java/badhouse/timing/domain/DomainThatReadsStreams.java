package badhouse.timing.domain;

import java.io.InputStream;

/** Breaks: domain has no input and no output. */
record DomainThatReadsStreams(InputStream in) {}
