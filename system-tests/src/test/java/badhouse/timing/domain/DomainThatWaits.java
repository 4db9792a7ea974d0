package badhouse.timing.domain;

import java.util.concurrent.CountDownLatch;

/** Breaks: domain has no threads. */
record DomainThatWaits(CountDownLatch latch) {}
