package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks that come late, twice or never. */
class LateDataTest {
    private static final TestDrive DRIVE =
            new TestDrive().laps(1, 0.98, 1.02).lapIntoThePits(20).laps(1, 0.99).on(700);

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderOfArrivalWithinTheHorizonGivesTheSameLaps(long seed) {
        List<TelemetryBlock> blocks = blocks(List.of(TestBlocks.line(DRIVE)));
        LapBook inOrder = TestBlocks.run(blocks);

        LapBook shuffled = TestBlocks.run(withSomeTwice(shuffled(blocks, seed), seed));

        assertSameLaps(shuffled, inOrder);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void blocksInNoOrderAtAllWithinTheHorizonGiveTheSameLapsPassingsAndSectors(long seed) {
        List<TelemetryBlock> blocks = new ArrayList<>(blocks(List.of(TestBlocks.line(DRIVE))));
        assertThat(DRIVE.seconds() * 1e9).isLessThan(Strand.HORIZON_NANOS);
        LapBook inOrder = TestBlocks.run(blocks);
        Collections.shuffle(blocks, new Random(seed));

        LapBook shuffled = TestBlocks.run(blocks);

        assertSameLaps(shuffled, inOrder);
        assertThat(bare(shuffled)).isEqualTo(bare(inOrder));
        assertThat(shuffled.track().orElseThrow().gates())
                .isEqualTo(inOrder.track().orElseThrow().gates());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLineLearnedFromShuffledDataIsTheSameLine(long seed) {
        List<TelemetryBlock> blocks = blocks(List.of());
        LapBook inOrder = TestBlocks.run(blocks);

        LapBook shuffled = TestBlocks.run(shuffled(blocks, seed));

        assertThat(shuffled.track().orElseThrow().gates())
                .isEqualTo(inOrder.track().orElseThrow().gates());
        assertSameLaps(shuffled, inOrder);
    }

    @Test
    void theSameBlocksGiveTheSameEvents() {
        List<TelemetryBlock> blocks = shuffled(blocks(List.of(TestBlocks.line(DRIVE))), 5);

        assertThat(events(blocks)).isNotEmpty().isEqualTo(events(blocks));
    }

    @Test
    void aBlockTakenTwiceChangesNothing() {
        EntryTiming timing = new EntryTiming();
        for (TelemetryBlock block : blocks(List.of(TestBlocks.line(DRIVE)))) {
            timing.accept(block);

            assertThat(timing.accept(block)).isEmpty();
        }
    }

    @Test
    void aLateBlockThatHoldsThePassingMendsTheLapsByHigherRevisions() {
        List<TelemetryBlock> blocks = new ArrayList<>(blocks(List.of(TestBlocks.line(DRIVE))));
        LapBook whole = TestBlocks.run(blocks);
        int hidden = DRIVE.passings().get(1).intValue();
        List<TelemetryBlock> late = new ArrayList<>(blocks.subList(hidden - 1, hidden + 3));
        blocks.removeAll(late);
        EntryTiming timing = new EntryTiming();
        LapBook book = TestBlocks.run(timing, blocks);
        assertThat(TestBlocks.kinds(book).subList(1, 3))
                .containsExactly(LapKind.PARTIAL, LapKind.PARTIAL);

        for (TelemetryBlock block : late) {
            timing.accept(block).forEach(book::apply);
        }

        assertSameLaps(book, whole);
        assertThat(book.laps().get(1).revision()).isGreaterThan(1);
    }

    @Test
    void aLapStatedTooMuchIsWithdrawn() {
        TestDrive drive = new TestDrive().laps(1, 1, 1).on(1_500);
        DeclaredGate laterLine =
                new DeclaredGate(
                        DeclaredGate.Kind.START_FINISH,
                        "at the end of the back straight",
                        new DeclaredGate.Point(
                                drive.latitude(-329), drive.longitude(300), 180, 30));
        List<TelemetryBlock> blocks =
                new ArrayList<>(TestBlocks.ofFixes(drive.fixes(10, 0, 1), List.of(laterLine)));
        TelemetryBlock declaration = blocks.removeFirst();
        EntryTiming timing = new EntryTiming();
        // Without block 0 the line is not known, and one is learned that was passed once more.
        LapBook book = TestBlocks.run(timing, blocks);
        assertThat(book.laps()).hasSize(4);

        List<TimingEvent> corrections = timing.accept(declaration);

        assertThat(corrections)
                .filteredOn(event -> event instanceof TimingEvent.Withdrawn)
                .extracting(TimingEvent::subject)
                .containsExactly("lap/4", "passing/3");
        corrections.forEach(book::apply);
        assertThat(book.laps()).hasSize(3);
    }

    @Test
    void dataOlderThanTheHorizonIsReportedAndChangesNoLap() {
        TestDrive longDrive =
                new TestDrive().laps(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1).on(100);
        List<TelemetryBlock> blocks =
                new ArrayList<>(
                        TestBlocks.ofFixes(
                                longDrive.fixes(10, 0, 1), List.of(TestBlocks.line(longDrive))));
        TelemetryBlock late = blocks.remove(100);
        EntryTiming timing = new EntryTiming();
        LapBook book = TestBlocks.run(timing, blocks);

        List<TimingEvent> events = timing.accept(late);

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        TimingEvent.TimingWarned.class,
                        warning -> assertThat(warning.code()).isEqualTo("data-too-late"));
        assertThat(book.laps()).hasSize(16);
    }

    private static List<TelemetryBlock> blocks(List<DeclaredGate> gates) {
        return TestBlocks.ofFixes(DRIVE.fixes(10, 0.3, 7), gates);
    }

    /** Every block is up to 30 blocks late; what ends the source still comes last or near it. */
    private static List<TelemetryBlock> shuffled(List<TelemetryBlock> blocks, long seed) {
        Random random = new Random(seed);
        List<TelemetryBlock> shuffled = new ArrayList<>();
        for (int from = 0; from < blocks.size(); from += 30) {
            List<TelemetryBlock> group =
                    new ArrayList<>(blocks.subList(from, Math.min(from + 30, blocks.size())));
            Collections.shuffle(group, random);
            shuffled.addAll(group);
        }
        return shuffled;
    }

    private static List<TelemetryBlock> withSomeTwice(List<TelemetryBlock> blocks, long seed) {
        Random random = new Random(seed);
        List<TelemetryBlock> more = new ArrayList<>();
        for (TelemetryBlock block : blocks) {
            more.add(block);
            if (random.nextInt(5) == 0) {
                more.add(more.get(random.nextInt(more.size())));
            }
        }
        return more;
    }

    private static List<TimingEvent> events(List<TelemetryBlock> blocks) {
        EntryTiming timing = new EntryTiming();
        return blocks.stream().flatMap(block -> timing.accept(block).stream()).toList();
    }

    /** Passings and sectors without their revisions. */
    private static List<String> bare(LapBook book) {
        Stream<String> passings =
                book.passings().stream()
                        .map(passing ->
                                passing.index() + " " + passing.gate() + " " + passing.timeNanos());
        Stream<String> sectors =
                book.sectors().stream()
                        .map(sector ->
                                sector.subject()
                                        + " "
                                        + sector.startNanos()
                                        + " "
                                        + sector.durationNanos());
        return Stream.concat(passings, sectors).toList();
    }

    private static void assertSameLaps(LapBook one, LapBook other) {
        assertThat(facts(one)).isEqualTo(facts(other));
    }

    /** All that is said of laps but the revision. */
    private static List<String> facts(LapBook book) {
        return book.laps().stream()
                .map(lap ->
                        lap.number()
                                + " "
                                + lap.kind()
                                + " "
                                + lap.startNanos()
                                + " "
                                + lap.durationNanos()
                                + " "
                                + lap.sectorNanos()
                                + " "
                                + lap.endedBy())
                .toList();
    }
}
