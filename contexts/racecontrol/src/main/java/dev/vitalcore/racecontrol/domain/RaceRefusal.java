package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Refusal;
import dev.vitalcore.kernel.Text;

/**
 * Why race control does not decide what it was asked to.
 *
 * @param rule which of the rules stands against it
 */
public record RaceRefusal(Rule rule, String message, String remedy) implements Refusal {
    private static final int SHOWN = 80;

    /** The rules, by the code that is told for them. */
    public enum Rule {
        ILLEGAL_STEP("illegal-step"),
        BACK_IN_TIME("back-in-time"),
        OTHER_SESSION("other-session"),
        ENTRY_KNOWN("entry-known"),
        ENTRY_UNKNOWN("entry-unknown"),
        ENTRY_WITHDRAWN("entry-withdrawn"),
        DRIVER_UNKNOWN("driver-unknown"),
        SECTOR_UNKNOWN("sector-unknown"),
        INCIDENT_UNKNOWN("incident-unknown"),
        INCIDENT_CLOSED("incident-closed"),
        PENALTY_UNKNOWN("penalty-unknown"),
        PENALTY_OVER("penalty-over"),
        PENALTY_NOT_NOW("penalty-not-now"),
        PROTEST_UNKNOWN("protest-unknown"),
        PROTEST_DECIDED("protest-decided"),
        PROTEST_TOO_LATE("protest-too-late"),
        RESULT_NOT_READY("result-not-ready"),
        UNUSABLE_VALUE("unusable-value"),
        TOO_MANY("too-many");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    @Override
    public String code() {
        return rule.code;
    }

    static RaceRefusal illegalStep(Phase phase, String wanted, String remedy) {
        return new RaceRefusal(
                Rule.ILLEGAL_STEP,
                "the session is " + phase.word() + ": it cannot " + wanted,
                remedy);
    }

    static RaceRefusal backInTime(long atNanos, long lastNanos) {
        return new RaceRefusal(
                Rule.BACK_IN_TIME,
                time(atNanos) + " is before the last step of the session at " + time(lastNanos),
                "give the time at which it comes into force; the order of steps is kept");
    }

    static RaceRefusal unknown(Rule rule, String what, String remedy) {
        return new RaceRefusal(rule, what + " is not known in this session", remedy);
    }

    static RaceRefusal unusable(String what, String value, String wanted) {
        return new RaceRefusal(
                Rule.UNUSABLE_VALUE,
                what + " '" + Text.abbreviate(value, SHOWN) + "' is not usable",
                "give " + wanted);
    }

    static RaceRefusal tooMany(String what, int limit) {
        return new RaceRefusal(
                Rule.TOO_MANY,
                "the session has " + limit + " " + what + " already, which is the limit",
                "schedule another session");
    }

    static String time(long nanos) {
        return EpochNanos.toInstant(nanos).toString();
    }
}
