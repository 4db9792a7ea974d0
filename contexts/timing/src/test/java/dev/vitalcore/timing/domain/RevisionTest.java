package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.SectorCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.TrackAdopted;
import dev.vitalcore.contracts.timing.TimingEvent.Withdrawn;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When a revision was what timing knew. */
class RevisionTest {
    private static final long ENDED = 2_000;

    @Test
    void holdsFromWhenItWasRecordedToBeforeItWasReplaced() {
        Revision revision = new Revision(lap(), 10, OptionalLong.of(20));

        assertThat(revision.heldAt(knownAt(9))).isFalse();
        assertThat(revision.heldAt(knownAt(10))).isTrue();
        assertThat(revision.heldAt(knownAt(19))).isTrue();
        assertThat(revision.heldAt(knownAt(20))).isFalse();
        assertThat(revision.heldAt(Moment.NOW)).isFalse();
        assertThat(Revision.holding(lap(), 10).heldAt(Moment.NOW)).isTrue();
    }

    @Test
    void isLeftOutBeforeItHadHappened() {
        Revision revision = Revision.holding(lap(), 10);

        assertThat(revision.heldAt(asOf(ENDED - 1))).isFalse();
        assertThat(revision.heldAt(asOf(ENDED))).isTrue();
        assertThat(revision.heldAt(new Moment(OptionalLong.of(ENDED), OptionalLong.of(9))))
                .isFalse();
    }

    @Test
    void happensWhenItsEndIsReached() {
        SectorCompleted sector = new SectorCompleted(TestBlocks.ENTRY, 1, 1, 1, 500, 200);
        TrackAdopted track = new TrackAdopted(TestBlocks.ENTRY, 1, List.of(), Witness.GATE);

        assertThat(Revision.holding(lap(), 0).happenedNanos()).isEqualTo(ENDED);
        assertThat(Revision.holding(sector, 0).happenedNanos()).isEqualTo(700);
        assertThat(Revision.holding(track, 0).heldAt(asOf(0))).isTrue();
        assertThat(Revision.holding(new Withdrawn(TestBlocks.ENTRY, 2, "lap/1"), 0).heldAt(asOf(0)))
                .isTrue();
    }

    /** Blocks that come late mend two laps: what was known after each block can be told again. */
    @Test
    void tellsTheLapsAsTheyWereKnownAfterEachBlockOfADriveWithLateOnes() {
        TestDrive drive = new TestDrive().laps(1, 0.98, 1.02).on(300);
        List<TelemetryBlock> blocks =
                new ArrayList<>(
                        TestBlocks.ofFixes(drive.fixes(10, 0, 1), List.of(TestBlocks.line(drive))));
        int hidden = drive.passings().get(1).intValue();
        List<TelemetryBlock> late = new ArrayList<>(blocks.subList(hidden - 1, hidden + 3));
        blocks.removeAll(late);
        blocks.addAll(late);
        EntryTiming timing = new EntryTiming();
        LapBook live = new LapBook();
        Recorder recorder = new Recorder();
        List<List<LapCompleted>> knownThen = new ArrayList<>();

        for (int index = 0; index < blocks.size(); index++) {
            for (TimingEvent event : timing.accept(blocks.get(index))) {
                live.apply(event);
                recorder.record(event, index);
            }
            knownThen.add(live.laps());
        }

        assertThat(knownThen.getLast()).isNotEqualTo(knownThen.get(blocks.size() - 5));
        assertThat(knownThen.get(blocks.size() - 5))
                .extracting(LapCompleted::kind)
                .contains(LapKind.PARTIAL);
        for (int index = 0; index < blocks.size(); index++) {
            assertThat(recorder.laps(knownAt(index))).isEqualTo(knownThen.get(index));
        }
    }

    private static Moment knownAt(long nanos) {
        return new Moment(OptionalLong.empty(), OptionalLong.of(nanos));
    }

    private static Moment asOf(long nanos) {
        return new Moment(OptionalLong.of(nanos), OptionalLong.empty());
    }

    private static LapCompleted lap() {
        return new LapCompleted(
                TestBlocks.ENTRY,
                1,
                1,
                LapKind.FLYING,
                1_000,
                ENDED - 1_000,
                List.of(),
                Witness.GATE,
                0,
                OptionalInt.empty());
    }

    /** Keeps every revision, each until the next one of its subject. */
    private static final class Recorder {
        private final Map<String, Revision> holding = new LinkedHashMap<>();
        private final List<Revision> replaced = new ArrayList<>();

        private void record(TimingEvent event, long recorded) {
            Revision before = holding.put(event.subject(), Revision.holding(event, recorded));
            if (before != null) {
                replaced.add(
                        new Revision(
                                before.event(), before.recordedNanos(), OptionalLong.of(recorded)));
            }
        }

        private List<LapCompleted> laps(Moment moment) {
            LapBook book = new LapBook();
            List<Revision> all = new ArrayList<>(replaced);
            all.addAll(holding.values());
            all.stream()
                    .filter(revision -> revision.heldAt(moment))
                    .forEach(revision -> book.apply(revision.event()));
            return book.laps();
        }
    }
}
