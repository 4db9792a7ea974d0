package badhouse.timing.domain;

/** Breaks: domain has no clock. */
final class DomainThatReadsTheMilliseconds {
    private DomainThatReadsTheMilliseconds() {}

    static long now() {
        return System.currentTimeMillis();
    }
}
