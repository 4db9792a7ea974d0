package badhouse.timing.domain;

import java.util.Random;

/** Breaks: domain has no chance. */
record DomainThatDrawsNumbers(Random random) {}
