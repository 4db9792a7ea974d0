package badhouse.timing.domain;

/** Breaks: domain has no threads. */
record DomainThatKeepsAThread(Thread thread) {}
