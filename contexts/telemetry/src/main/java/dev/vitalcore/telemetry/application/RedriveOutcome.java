package dev.vitalcore.telemetry.application;

/** What became of a dead letter that was driven again. */
public sealed interface RedriveOutcome {
    /** One word for lists: {@code accepted}, {@code duplicate} or the code of the refusal. */
    String text();

    /** It is now where it was missing: in the log, or in the series store. */
    record Accepted() implements RedriveOutcome {
        @Override
        public String text() {
            return "accepted";
        }
    }

    /** The log had it already, e.g. because its source sent it again. */
    record Duplicate() implements RedriveOutcome {
        @Override
        public String text() {
            return "duplicate";
        }
    }

    /** Still not usable, or there is no way back for it; the dead letter stays as it is. */
    record Refused(RefusedBlock block) implements RedriveOutcome {
        @Override
        public String text() {
            return block.code();
        }
    }
}
