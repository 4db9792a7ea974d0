package badhouse.timing.domain;

/** Breaks: domain is pure. */
final class DomainThatReadsTheClock {
    private DomainThatReadsTheClock() {}

    static long now() {
        return System.nanoTime();
    }
}
