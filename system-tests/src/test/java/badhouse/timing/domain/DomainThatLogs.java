package badhouse.timing.domain;

import org.slf4j.Logger;

/** Breaks: domain has no logger. */
record DomainThatLogs(Logger logger) {}
