package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.kernel.EpochNanos;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A whole race whose telemetry carries times of ARRIVAL, against the official timing.
 *
 * <p>What is reached: every official passing is found, in order, none too many (of car 88 the last
 * one is missing: after its lap of 5:41 its logger counts no more). How far it can go in time: half
 * of the passings are stated within 2.5 s, three of four within 5 s. Not nearer, because rows
 * travel in bursts and the lap counter is sent only when it changes: it arrives when the network
 * lets it, after one gap of 53 s that all cars share up to 50 s late. Where a gap of the data
 * itself lies over the passing the laps on both sides are partial.
 */
class GrCupTest {
    private static final ZoneOffset BARBER = ZoneOffset.ofHours(-5);
    private static final LocalDate RACE_DAY = LocalDate.of(2025, 9, 6);

    @ParameterizedTest
    @CsvSource({
        "002-000, 2, 0", "013-80, 80, 0", "015-31, 31, 0", "016-55, 55, 0", "026-72, 72, 0",
        "030-18, 18, 0", "033-46, 46, 0", "036-98, 98, 0", "038-93, 93, 0", "049-88, 88, 1",
        "063-113, 113, 0"
    })
    void findsTheOfficialPassingsByCountAndOrder(String file, String car, int unheard)
            throws IOException {
        RealRecording run = RealRecording.laps("grcup/GR86-" + file + ".csv.gz");
        List<LapCompleted> laps = run.laps();
        long end = laps.getLast().startNanos() + laps.getLast().durationNanos();
        List<Long> official =
                officialPassings(car).stream()
                        .filter(time -> time >= run.firstNanos() && time <= end)
                        .toList();

        assertThat(laps).hasSize(official.size() - unheard + 1);
        double[] lateness = new double[laps.size() - 1];
        for (int lap = 0; lap < lateness.length; lap++) {
            long passed = laps.get(lap).startNanos() + laps.get(lap).durationNanos();
            lateness[lap] = Math.abs(passed - official.get(lap)) / 1e9;
        }
        Arrays.sort(lateness);
        assertThat(lateness[lateness.length / 2]).isLessThan(2.5);
        assertThat(lateness[lateness.length * 3 / 4]).isLessThan(5);
        assertThat(lateness[lateness.length - 1]).isLessThan(60);
    }

    /**
     * What is left when the laps beside holes are left out: none to four laps a car. Their times
     * too are those of arrival, a second or so off, and they say so; but nothing is best by the
     * width of a hole.
     */
    @ParameterizedTest
    @CsvSource({
        "002-000, 2",
        "013-80, 80",
        "015-31, 31",
        "026-72, 72",
        "030-18, 18",
        "033-46, 46",
        "036-98, 98",
        "038-93, 93",
        "063-113, 113"
    })
    void theBestLapIsNearTheOfficialOne(String file, String car) throws IOException {
        RealRecording run = RealRecording.laps("grcup/GR86-" + file + ".csv.gz");

        LapCompleted best = LapSummary.of(run.laps()).best().orElseThrow();

        assertThat(LapCertainty.uncertain(best)).isTrue();
        assertThat(TestBlocks.seconds(best))
                .isCloseTo(officialBest(car), within(best.uncertaintyNanos() / 1e9))
                .isCloseTo(officialBest(car), within(2.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"016-55", "049-88"})
    void aCarOfWhichEveryLapLiesBesideAHoleHasNoBest(String file) throws IOException {
        RealRecording run = RealRecording.laps("grcup/GR86-" + file + ".csv.gz");

        assertThat(LapSummary.of(run.laps()).best()).isEmpty();
        assertThat(LapSummary.of(run.laps()).laps()).isGreaterThan(10);
    }

    @Test
    void theLapsBesideTheLongHoleSayHowFarTheyMayBeOff() throws IOException {
        RealRecording run = RealRecording.laps("grcup/GR86-026-72.csv.gz");

        // 1:00.718 where the car drove 1:38: the passing before it came 39 s late.
        LapCompleted tooShort =
                run.laps().stream()
                        .filter(lap -> lap.durationNanos() < 70e9 && lap.kind() == LapKind.FLYING)
                        .findFirst()
                        .orElseThrow();
        assertThat(tooShort.uncertaintyNanos() / 1e9).isGreaterThan(38);
    }

    private static double officialBest(String car) throws IOException {
        List<Long> passings = officialPassings(car);
        double best = Double.MAX_VALUE;
        for (int lap = 1; lap < passings.size(); lap++) {
            best = Math.min(best, (passings.get(lap) - passings.get(lap - 1)) / 1e9);
        }
        return best;
    }

    /** The start, then every passing of the line, event time. */
    private static List<Long> officialPassings(String car) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line :
                Files.readAllLines(RealRecording.path("grcup/R1_section_endurance.csv"))) {
            String[] cells = line.split(";", -1);
            if (cells[0].equals(car)) {
                rows.add(cells);
            }
        }
        rows.sort(Comparator.comparingInt(cells -> Integer.parseInt(cells[2])));
        List<Long> passings = new ArrayList<>();
        long first = timeOfDay(rows.getFirst()[14]);
        passings.add(first - LocalTime.parse("00:0" + rows.getFirst()[3]).toNanoOfDay());
        rows.forEach(cells -> passings.add(timeOfDay(cells[14])));
        return passings;
    }

    private static long timeOfDay(String hour) {
        return EpochNanos.of(RACE_DAY.atTime(LocalTime.parse(hour)).toInstant(BARBER));
    }
}
