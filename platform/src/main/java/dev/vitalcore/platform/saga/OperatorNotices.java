package dev.vitalcore.platform.saga;

/** Where notices for the operator go. Called on threads of the runner. */
public interface OperatorNotices {
    /**
     * Keeps the notice durably. Called again with the same key when it is not known whether that
     * worked; the operator is to see it once.
     *
     * @throws RuntimeException when it could not be kept; it is tried again after a pause, until it
     *     is
     */
    void tell(Notice notice);

    /**
     * A notice.
     *
     * @param key of this notice
     * @param saga that it is about
     * @param text for people
     * @param atNanos when what it tells happened, nanoseconds since the epoch
     */
    record Notice(String key, SagaId saga, String text, long atNanos) {}
}
