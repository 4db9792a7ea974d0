package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.EntryId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was said of an entry so far: for each subject the revision and a fingerprint of the content.
 * A verdict becomes events by what is new or different against it.
 */
final class Statements {
    private static final int MOST_SUBJECTS = 200_000;

    private static final String TRACK = "track";

    /** Does not follow from the evidence, so it stays whatever that shows. */
    private static final String LASTING = "warning/" + Warnings.SOURCE_LEFT_OUT;

    /** The fingerprint of something withdrawn. */
    private static final long WITHDRAWN = 0;

    private record Stated(int revision, long fingerprint) {}

    private final Map<String, Stated> stated = new HashMap<>();

    /** The events that bring those who heard the earlier ones to the verdict. */
    List<TimingEvent> update(EntryId entry, Verdict verdict) {
        List<TimingEvent> events = new ArrayList<>();
        verdict.track()
                .ifPresent(track ->
                        state(
                                events,
                                TRACK,
                                track,
                                revision ->
                                        new TimingEvent.TrackAdopted(
                                                entry, revision, track.gates(), track.witness())));
        statePassings(events, entry, verdict.passings());
        for (Verdict.Sector sector : verdict.sectors()) {
            state(
                    events,
                    sector(sector),
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
        withdrawAllBut(subjects(verdict), events, entry);
        return events;
    }

    private static Set<String> subjects(Verdict verdict) {
        Set<String> subjects = new HashSet<>();
        verdict.track().ifPresent(track -> subjects.add(TRACK));
        for (int number = 1; number <= verdict.passings().size(); number++) {
            subjects.add(passing(number));
        }
        for (int number = 1; number <= verdict.laps().size(); number++) {
            subjects.add(lap(number));
        }
        verdict.sectors().forEach(sector -> subjects.add(sector(sector)));
        verdict.warnings().forEach(warning -> subjects.add(warning(warning)));
        return subjects;
    }

    private static String passing(int number) {
        return "passing/" + number;
    }

    private static String lap(int number) {
        return "lap/" + number;
    }

    private static String sector(Verdict.Sector sector) {
        return lap(sector.lap()) + "/sector/" + sector.sector();
    }

    private static String warning(Verdict.Warning warning) {
        return "warning/" + warning.code() + "/" + warning.at();
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
                warning(warning),
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
                    passing(number),
                    passing,
                    revision ->
                            new TimingEvent.GatePassed(
                                    entry,
                                    revision,
                                    number,
                                    passing.gate(),
                                    passing.at(),
                                    passing.speedKmh(),
                                    passing.witness(),
                                    Optional.of(passing.kind())));
        }
    }

    private void stateLaps(List<TimingEvent> events, EntryId entry, List<Verdict.Lap> found) {
        for (int index = 0; index < found.size(); index++) {
            Verdict.Lap lap = found.get(index);
            int number = index + 1;
            state(
                    events,
                    lap(number),
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
                                    lap.uncertaintyNanos(),
                                    lap.statedNumber()));
        }
    }

    /** Takes back what was said of subjects that the verdict does not know any more. */
    private void withdrawAllBut(Set<String> held, List<TimingEvent> events, EntryId entry) {
        Set<String> gone = new TreeSet<>(stated.keySet());
        gone.removeAll(held);
        for (String subject : gone) {
            Stated before = Objects.requireNonNull(stated.get(subject));
            boolean lasting = subject.equals(TRACK) || subject.startsWith(LASTING);
            if (before.fingerprint != WITHDRAWN && !lasting) {
                stated.put(subject, new Stated(before.revision + 1, WITHDRAWN));
                events.add(new TimingEvent.Withdrawn(entry, before.revision + 1, subject));
            }
        }
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
        return copy;
    }

    void write(DataOutput out) throws IOException {
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
        for (int left = Binary.readCount(in, MOST_SUBJECTS); left > 0; left--) {
            statements.stated.put(in.readUTF(), new Stated(in.readInt(), in.readLong()));
        }
        return statements;
    }
}
