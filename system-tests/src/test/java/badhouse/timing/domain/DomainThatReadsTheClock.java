package badhouse.timing.domain;

/** Breaks: domain has no clock. */
final class DomainThatReadsTheClock {
    private DomainThatReadsTheClock() {}

    static long now() {
        return System.nanoTime();
    }
}
