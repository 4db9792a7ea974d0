package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.Moment;
import java.util.OptionalLong;

/**
 * What timing stated, with the time during which it was what timing knew.
 *
 * @param recordedNanos when the log took it
 * @param supersededNanos when the log took what replaced it; empty while it holds
 */
public record Revision(TimingEvent event, long recordedNanos, OptionalLong supersededNanos) {
    /** One that nothing has replaced so far. */
    public static Revision holding(TimingEvent event, long recordedNanos) {
        return new Revision(event, recordedNanos, OptionalLong.empty());
    }

    /**
     * Whether it was what was known then, of what had happened by then. Of all revisions of a
     * subject this is so for one at the most.
     */
    public boolean heldAt(Moment moment) {
        return moment.includes(happenedNanos(), recordedNanos)
                && (supersededNanos.isEmpty()
                        || moment.knownAtNanos().orElse(Long.MAX_VALUE)
                                < supersededNanos.getAsLong());
    }

    /** Event time: of a lap or sector its end. What has none counts as having been so for ever. */
    public long happenedNanos() {
        return switch (event) {
            case TimingEvent.LapCompleted lap -> lap.endNanos();
            case TimingEvent.SectorCompleted sector -> sector.startNanos() + sector.durationNanos();
            case TimingEvent.GatePassed passing -> passing.timeNanos();
            case TimingEvent.TimingWarned warning -> warning.timeNanos();
            case TimingEvent.TrackAdopted track -> Long.MIN_VALUE;
            case TimingEvent.Withdrawn withdrawn -> Long.MIN_VALUE;
        };
    }
}
