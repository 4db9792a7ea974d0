package badhouse.timing.domain;

/** Breaks: domain has no chance. */
final class DomainThatThrowsDice {
    private DomainThatThrowsDice() {}

    static double chance() {
        return Math.random();
    }
}
