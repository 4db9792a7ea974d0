package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.EntryId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was said of an entry so far: for each subject the revision and a fingerprint of the content.
 * A verdict becomes events by what is new or different against it.
 */
final class Statements {
    private static final int MOST_SUBJECTS = 200_000;

    /** The fingerprint of something withdrawn. */
    private static final long WITHDRAWN = 0;

    private record Stated(int revision, long fingerprint) {}

    private final Map<String, Stated> stated = new HashMap<>();
    private int laps;

    /** The events that bring those who heard the earlier ones to the verdict. */
    List<TimingEvent> update(EntryId entry, Verdict verdict) {
        List<TimingEvent> events = new ArrayList<>();
        verdict.track()
                .ifPresent(track ->
                        state(
                                events,
                                "track",
                                track,
                                revision ->
                                        new TimingEvent.TrackAdopted(
                                                entry, revision, track.gates(), track.witness())));
        statePassings(events, entry, verdict.passings());
        for (Verdict.Sector sector : verdict.sectors()) {
            state(
                    events,
                    "lap/" + sector.lap() + "/sector/" + sector.sector(),
                    sector,
                    revision ->
                            new TimingEvent.SectorCompleted(
                                    entry,
                                    revision,
                                    sector.lap(),
                                    sector.sector(),
                                    sector.startNanos(),
                                    sector.durationNanos()));
        }
        stateLaps(events, entry, verdict.laps());
        verdict.warnings().forEach(warning -> stateWarning(events, entry, warning));
        return events;
    }

    /** A warning that does not follow from the evidence. */
    List<TimingEvent> warn(EntryId entry, Verdict.Warning warning) {
        List<TimingEvent> events = new ArrayList<>();
        stateWarning(events, entry, warning);
        return events;
    }

    private void stateWarning(List<TimingEvent> events, EntryId entry, Verdict.Warning warning) {
        state(
                events,
                "warning/" + warning.code() + "/" + warning.key(),
                warning,
                revision ->
                        new TimingEvent.TimingWarned(
                                entry, revision, warning.code(), warning.message(), warning.at()));
    }

    private void statePassings(
            List<TimingEvent> events, EntryId entry, List<Verdict.GatePassing> passings) {
        for (int index = 0; index < passings.size(); index++) {
            Verdict.GatePassing passing = passings.get(index);
            int number = index + 1;
            state(
                    events,
                    "passing/" + number,
                    passing,
                    revision ->
                            new TimingEvent.GatePassed(
                                    entry,
                                    revision,
                                    number,
                                    passing.gate(),
                                    passing.at(),
                                    passing.speedKmh(),
                                    passing.witness()));
        }
    }

    private void stateLaps(List<TimingEvent> events, EntryId entry, List<Verdict.Lap> found) {
        for (int index = 0; index < found.size(); index++) {
            Verdict.Lap lap = found.get(index);
            int number = index + 1;
            state(
                    events,
                    "lap/" + number,
                    lap,
                    revision ->
                            new TimingEvent.LapCompleted(
                                    entry,
                                    revision,
                                    number,
                                    lap.kind(),
                                    lap.startNanos(),
                                    lap.durationNanos(),
                                    lap.sectors(),
                                    lap.endedBy(),
                                    lap.uncertaintyNanos()));
        }
        for (int number = laps; number > found.size(); number--) {
            Stated before = stated.get("lap/" + number);
            if (before != null && before.fingerprint != WITHDRAWN) {
                stated.put("lap/" + number, new Stated(before.revision + 1, WITHDRAWN));
                events.add(new TimingEvent.LapWithdrawn(entry, before.revision + 1, number));
            }
        }
        laps = Math.max(laps, found.size());
    }

    @FunctionalInterface
    private interface EventOfRevision {
        TimingEvent make(int revision);
    }

    private void state(
            List<TimingEvent> events, String subject, Record content, EventOfRevision event) {
        long fingerprint = Fingerprint.of(content.toString());
        Stated before = stated.get(subject);
        if (before != null && before.fingerprint == fingerprint) {
            return;
        }
        if (before == null && stated.size() >= MOST_SUBJECTS) {
            return;
        }
        int revision = before == null ? 1 : before.revision + 1;
        stated.put(subject, new Stated(revision, fingerprint));
        events.add(event.make(revision));
    }

    Statements copy() {
        Statements copy = new Statements();
        copy.stated.putAll(stated);
        copy.laps = laps;
        return copy;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(laps);
        out.writeInt(stated.size());
        // In order, so that equal states have equal bytes.
        for (Map.Entry<String, Stated> one : new TreeMap<>(stated).entrySet()) {
            out.writeUTF(one.getKey());
            out.writeInt(one.getValue().revision());
            out.writeLong(one.getValue().fingerprint());
        }
    }

    static Statements read(DataInput in) throws IOException {
        Statements statements = new Statements();
        statements.laps = in.readInt();
        for (int left = Binary.readCount(in, MOST_SUBJECTS); left > 0; left--) {
            statements.stated.put(in.readUTF(), new Stated(in.readInt(), in.readLong()));
        }
        return statements;
    }
}
