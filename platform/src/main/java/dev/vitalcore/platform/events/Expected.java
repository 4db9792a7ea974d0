package dev.vitalcore.platform.events;

/**
 * What the stream must be when an append comes to it: optimistic concurrency. Who decided by the
 * state at version 7 appends with {@code version(7)}, and is told when somebody was faster.
 */
public sealed interface Expected {
    /** Whatever it is: for facts that do not depend on the state. */
    static Expected any() {
        return Any.ANY;
    }

    /** No event yet. */
    static Expected nothing() {
        return version(0);
    }

    /** Exactly this version; 0 is no event yet. */
    static Expected version(long version) {
        return new Version(version);
    }

    boolean allows(long version);

    /** See {@link #any()}. */
    enum Any implements Expected {
        ANY;

        @Override
        public boolean allows(long version) {
            return true;
        }
    }

    /** See {@link #version(long)}. */
    record Version(long version) implements Expected {
        public Version {
            if (version < 0) {
                throw new IllegalArgumentException(
                        "version " + version + " cannot be expected: from 0, which is no event");
            }
        }

        @Override
        public boolean allows(long actual) {
            return actual == version;
        }
    }
}
