package dev.vitalcore.telemetry.domain;

/** What can happen in a ledger. */
public sealed interface LedgerEvent {
    /** A block came whose number is higher than all before, or the first of all. */
    record BlockArrived(long sequence) implements LedgerEvent {}

    /** A block came that was missing. */
    record BlockHealed(long sequence) implements LedgerEvent {}

    /** A block came that had arrived before. */
    record BlockDuplicated(long sequence) implements LedgerEvent {}

    /** A block was refused; its number stays missing. */
    record BlockRefused() implements LedgerEvent {}

    /**
     * A block that was counted as arrived could not be put on the log; its number is free again.
     */
    record BlockWithdrawn(long sequence) implements LedgerEvent {}
}
