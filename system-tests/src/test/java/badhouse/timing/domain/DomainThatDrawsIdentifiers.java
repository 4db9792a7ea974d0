package badhouse.timing.domain;

import java.util.UUID;

/** Breaks: domain has no chance. */
final class DomainThatDrawsIdentifiers {
    private DomainThatDrawsIdentifiers() {}

    static UUID id() {
        return UUID.randomUUID();
    }
}
