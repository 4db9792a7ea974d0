package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Laps from what loggers and games state, alone and against each other. */
class LoggerTimingTest {
    /** The line is passed at these instants, seconds after the start. */
    private static final double[] PASSINGS = {20.34, 111.87, 200.05, 295.62};

    private static final double END = 330;

    @Test
    void aLapCounterAloneIsGoodToItsRate() {
        LapBook book = run(List.of(counter(0.2)), 20);

        List<LapCompleted> flying = flying(book);
        assertThat(flying).hasSize(3).allMatch(lap -> lap.endedBy() == Witness.LAP_COUNTER);
        for (int lap = 0; lap < 3; lap++) {
            assertThat(TestBlocks.seconds(flying.get(lap)))
                    .isCloseTo(PASSINGS[lap + 1] - PASSINGS[lap], within(0.05 + 1e-9));
        }
    }

    @Test
    void aCounterThatIsSentOnlyWhenItChangesGivesLapsWithoutAHoleToo() {
        List<Long> times = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        double counted = 0;
        for (int sample = 0; sample <= END * 10; sample++) {
            double second = sample / 10.0;
            long passed = Arrays.stream(PASSINGS).filter(passing -> passing <= second).count();
            boolean changed = passed != counted || sample == 0;
            counted = passed;
            times.add(TestDrive.START + Math.round(second * 1e9));
            rows.add(new double[] {changed ? passed : Double.NaN, 150});
        }

        LapBook book =
                TestBlocks.run(
                        TestBlocks.blocks(
                                List.of(StandardChannels.LAP_NUMBER, StandardChannels.SPEED),
                                times,
                                rows,
                                List.of(),
                                List.of()));

        assertThat(flying(book)).hasSize(3);
        for (int lap = 0; lap < 3; lap++) {
            assertThat(TestBlocks.seconds(flying(book).get(lap)))
                    .isCloseTo(PASSINGS[lap + 1] - PASSINGS[lap], within(0.1));
        }
    }

    /** A game was paused before the lap began: 20 s without samples are no part of it. */
    @Test
    void aTimedLapEndsAtItsPassingWhateverTheRecordingBeganWith() {
        List<Long> times = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int sample = 0; sample <= 1_000; sample++) {
            double second = sample / 10.0;
            if (second <= 0.5 || second >= 20.5) {
                times.add(TestDrive.START + Math.round(second * 1e9));
                rows.add(new double[] {second < 95.2 ? 1 : 2, second < 95.4 ? 0 : 75.256, 150});
            }
        }

        LapBook book =
                TestBlocks.run(
                        TestBlocks.blocks(
                                List.of(
                                        StandardChannels.LAP_NUMBER,
                                        StandardChannels.LAP_TIME_PREVIOUS,
                                        StandardChannels.SPEED),
                                times,
                                rows,
                                List.of(),
                                List.of()));

        LapCompleted lap = flying(book).getFirst();
        assertThat(lap.durationNanos()).isEqualTo(75_256_000_000L);
        assertThat(TestBlocks.start(lap) + TestBlocks.seconds(lap)).isCloseTo(95.2, within(0.11));
    }

    @Test
    void theRunningTimePlacesTheStepOfASlowCounter() {
        // The counter is 1.3 s late and read twice a second; the running time is exact but stale.
        LapBook book = run(List.of(counter(1.3), running(0.8)), 2);

        List<LapCompleted> flying = flying(book);
        assertThat(flying).hasSize(3);
        for (int lap = 0; lap < 3; lap++) {
            assertThat(TestBlocks.seconds(flying.get(lap)))
                    .isCloseTo(PASSINGS[lap + 1] - PASSINGS[lap], within(0.002));
        }
    }

    @Test
    void theDistanceRoundTheTrackPlacesTheStepWhereNoRunningTimeDoes() {
        LapBook book = run(List.of(counter(0.9), distance()), 2);

        for (int lap = 0; lap < 3; lap++) {
            assertThat(TestBlocks.seconds(flying(book).get(lap)))
                    .isCloseTo(PASSINGS[lap + 1] - PASSINGS[lap], within(0.002));
        }
    }

    @Test
    void theReportedTimeIsTheLapTime() {
        LapBook book = run(List.of(counter(0.4), reported(3.1)), 10);

        assertThat(book.laps().get(1).endedBy()).isEqualTo(Witness.REPORTED_LAP_TIME);
        assertThat(flying(book))
                .extracting(LapCompleted::durationNanos)
                .containsExactly(91_530_000_000L, 88_180_000_000L, 95_570_000_000L);
        assertThat(flying(book)).allMatch(lap -> lap.uncertaintyNanos() == 0);
    }

    @Test
    void aLapCounterThatIsReadTooSeldomMakesLapsUncertain() {
        assertThat(flying(run(List.of(counter(0.2)), 20))).noneMatch(LapCertainty::uncertain);
        assertThat(flying(run(List.of(counter(0.2)), 2))).allMatch(LapCertainty::uncertain);
        // The distance tells when within the half second.
        assertThat(flying(run(List.of(counter(0.2), distance()), 2)))
                .noneMatch(LapCertainty::uncertain);
    }

    @Test
    void twoLapsOfExactlyTheSameReportedTimeAreTwoLaps() {
        double[] even = {20, 110, 200, 290};
        LapBook book =
                run(
                        List.of(
                                channel(StandardChannels.LAP_NUMBER, t -> passed(even, t - 0.1)),
                                channel(
                                        StandardChannels.LAP_TIME_PREVIOUS,
                                        t -> passed(even, t - 2) < 2 ? 0 : 90)),
                        10);

        assertThat(flying(book))
                .hasSize(3)
                .allMatch(lap -> lap.durationNanos() == 90_000_000_000L)
                .allMatch(lap -> lap.endedBy() == Witness.REPORTED_LAP_TIME);
    }

    @Test
    void aLapThatTheGameSaysIsUntimedIsPartial() {
        LapBook book =
                run(
                        List.of(
                                counter(0.1),
                                channel(
                                        StandardChannels.LAP_TIME_PREVIOUS,
                                        t ->
                                                switch (passed(PASSINGS, t - 2)) {
                                                    case 2 -> 91.53;
                                                    case 3 -> -1;
                                                    case 4 -> 95.57;
                                                    default -> 0;
                                                })),
                        10);

        assertThat(TestBlocks.kinds(book).subList(1, 4))
                .containsExactly(LapKind.FLYING, LapKind.PARTIAL, LapKind.FLYING);
    }

    @Test
    void theReportedTimeTellsWhenALapBeganOfWhichTheBeginningIsMissing() {
        LapBook book =
                TestBlocks.run(
                        blocks(
                                List.of(counter(0.1), reported(0.5)),
                                10,
                                List.of(),
                                seconds -> Math.abs(seconds - PASSINGS[1]) < 6));

        LapCompleted lap = book.laps().get(2);
        assertThat(lap.kind()).isEqualTo(LapKind.FLYING);
        assertThat(lap.durationNanos()).isEqualTo(88_180_000_000L);
        assertThat(TestBlocks.start(lap)).isCloseTo(PASSINGS[1], within(0.2));
        assertThat(book.laps().get(1).kind()).isEqualTo(LapKind.PARTIAL);
        assertThat(book.warnings()).extracting(w -> w.code()).containsOnly("hole-hides-passing");
    }

    @Test
    void theDistanceRoundTheTrackAloneGivesLaps() {
        LapBook book = run(List.of(distance()), 10);

        List<LapCompleted> flying = flying(book);
        assertThat(flying).hasSize(3).allMatch(lap -> lap.endedBy() == Witness.LAP_DISTANCE);
        assertThat(TestBlocks.seconds(flying.getFirst())).isCloseTo(91.53, within(0.002));
    }

    @Test
    void beaconsAreTrustedBeforeAll() {
        List<Long> beacons = new ArrayList<>();
        for (double passing : PASSINGS) {
            beacons.add(TestDrive.START + Math.round(passing * 1e9));
        }

        LapBook book = run(List.of(counter(1.9)), 1, beacons);

        assertThat(flying(book))
                .hasSize(3)
                .allMatch(lap -> lap.endedBy() == Witness.BEACON)
                .extracting(LapCompleted::durationNanos)
                .containsExactly(91_530_000_000L, 88_180_000_000L, 95_570_000_000L);
    }

    @Test
    void aCounterThatStepsWhileTheCarStandsCountsNoLap() {
        LapBook book =
                run(
                        List.of(
                                counter(0.1),
                                channel(
                                        StandardChannels.SPEED,
                                        t -> Math.abs(t - PASSINGS[3]) < 8 ? 0 : 120)),
                        10);

        assertThat(flying(book)).hasSize(2);
    }

    @Test
    void aCounterWithALineOfItsOwnAddsNothingToTheGate() {
        TestDrive drive = new TestDrive().laps(1, 1, 1, 1).on(500);

        LapBook book = withCounter(drive, 25);

        assertThat(book.laps())
                .filteredOn(lap -> lap.kind() == LapKind.FLYING)
                .hasSize(3)
                .allMatch(lap -> lap.endedBy() == Witness.GATE);
    }

    @Test
    void witnessesThatDisagreeAreReportedButNotForEver() {
        TestDrive drive = new TestDrive().laps(1, 1, 1, 1, 1, 1, 1, 1).on(100);
        List<Double> passings = drive.passings();

        LapBook book = withCounter(drive, fix -> stutteringCounter(passings, fix));

        assertThat(book.warnings())
                .hasSize(3)
                .allMatch(warning -> warning.code().equals("witnesses-disagree"));
        assertThat(book.warnings().getFirst().message()).contains("gate").contains("lap counter");
    }

    /** Every second step comes 2 s late. */
    private static double stutteringCounter(List<Double> passings, double seconds) {
        int count = 0;
        for (int index = 0; index < passings.size(); index++) {
            count += seconds >= passings.get(index) + (index % 2) * 2 ? 1 : 0;
        }
        return count;
    }

    private static LapBook withCounter(TestDrive drive, double late) {
        return withCounter(
                drive,
                seconds -> drive.passings().stream().filter(p -> seconds >= p + late).count());
    }

    private static LapBook withCounter(TestDrive drive, ToDoubleFunction<Double> counter) {
        List<Long> times = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (Fix fix : drive.fixes(10, 0, 1)) {
            times.add(fix.time());
            double count = counter.applyAsDouble((fix.time() - TestDrive.START) / 1e9);
            rows.add(new double[] {fix.latitude(), fix.longitude(), fix.speedKmh(), count});
        }
        List<String> channels =
                List.of(
                        StandardChannels.LATITUDE,
                        StandardChannels.LONGITUDE,
                        StandardChannels.SPEED,
                        StandardChannels.LAP_NUMBER);
        List<DeclaredGate> gates = List.of(TestBlocks.line(drive));
        return TestBlocks.run(TestBlocks.blocks(channels, times, rows, gates, List.of()));
    }

    private record Channel(String name, ToDoubleFunction<Double> value) {}

    private static Channel channel(String name, ToDoubleFunction<Double> value) {
        return new Channel(name, value);
    }

    private static Channel counter(double late) {
        return channel(StandardChannels.LAP_NUMBER, t -> passed(PASSINGS, t - late));
    }

    /** Shows the time of the old lap for so long after the line. */
    private static Channel running(double stale) {
        return channel(
                StandardChannels.LAP_TIME_RUNNING,
                t -> {
                    int before = passed(PASSINGS, t - stale);
                    return before == 0 ? 0 : t - PASSINGS[before - 1];
                });
    }

    private static Channel reported(double late) {
        return channel(
                StandardChannels.LAP_TIME_PREVIOUS,
                t -> {
                    int laps = passed(PASSINGS, t - late);
                    return laps < 2 ? 0 : PASSINGS[laps - 1] - PASSINGS[laps - 2];
                });
    }

    /** At 40 m/s, from the line. */
    private static Channel distance() {
        return channel(
                StandardChannels.LAP_DISTANCE,
                t -> {
                    int laps = passed(PASSINGS, t);
                    return 40 * (laps == 0 ? t + 60 : t - PASSINGS[laps - 1]);
                });
    }

    private static int passed(double[] passings, double seconds) {
        int count = 0;
        for (double passing : passings) {
            count += seconds >= passing ? 1 : 0;
        }
        return count;
    }

    private static LapBook run(List<Channel> channels, double hertz) {
        return run(channels, hertz, List.of());
    }

    private static LapBook run(List<Channel> channels, double hertz, List<Long> beacons) {
        return TestBlocks.run(blocks(channels, hertz, beacons, seconds -> false));
    }

    private static List<TelemetryBlock> blocks(
            List<Channel> channels, double hertz, List<Long> beacons, DoublePredicate missing) {
        List<Long> times = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int count = 0; count / hertz < END; count++) {
            double seconds = count / hertz;
            if (missing.test(seconds)) {
                continue;
            }
            times.add(TestDrive.START + Math.round(seconds * 1e9));
            rows.add(
                    channels.stream()
                            .mapToDouble(channel -> channel.value().applyAsDouble(seconds))
                            .toArray());
        }
        List<String> names = channels.stream().map(Channel::name).toList();
        return TestBlocks.blocks(names, times, rows, List.of(), beacons);
    }

    private static List<LapCompleted> flying(LapBook book) {
        return book.laps().stream().filter(lap -> lap.kind() == LapKind.FLYING).toList();
    }
}
