package dev.vitalcore.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.simulation.race.RaceSettings;
import dev.vitalcore.simulation.race.Truth;
import dev.vitalcore.timing.domain.EntryTiming;
import dev.vitalcore.timing.domain.LapBook;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timing finds from noisy positions at 10 Hz what truly happened. */
class TimingAgreesTest {
    private static final long START = 1_700_000_000_000_000_000L;

    /** Of a flying lap. */
    private static final double CLOSE_S = 0.020;

    /** Of any passing: in the pit lane a metre is 60 ms. */
    private static final double PASSING_S = 0.080;

    @ParameterizedTest
    @CsvSource({"talheim, 1", "talheim, 2", "harbour, 3"})
    void withTheTrueLaps(String circuit, long seed) {
        RaceFeed feed =
                new RaceFeed(new RaceSettings(circuit, 10, 8, seed), new SessionId("race"), START);
        Map<EntryId, LapBook> books = new TreeMap<>();
        Map<EntryId, EntryTiming> timings = new TreeMap<>();
        while (feed.hasNext()) {
            TelemetryBlock block = feed.next();
            if (block.entry().isTrackside()) {
                continue;
            }
            LapBook book = books.computeIfAbsent(block.entry(), any -> new LapBook());
            timings.computeIfAbsent(block.entry(), any -> new EntryTiming())
                    .accept(block)
                    .forEach(book::apply);
        }

        assertThat(books).hasSize(10);
        int flying = 0;
        for (Map.Entry<EntryId, LapBook> car : books.entrySet()) {
            List<Double> truth = passings(feed.truth(), Integer.parseInt(car.getKey().car()) - 1);
            List<Double> found =
                    car.getValue().passings().stream()
                            .filter(passing -> passing.gate().equals("start-finish"))
                            .map(TimingAgreesTest::seconds)
                            .toList();
            assertThat(found).as(car.getKey().toString()).hasSameSizeAs(truth);
            for (int index = 0; index < truth.size(); index++) {
                assertThat(found.get(index)).isCloseTo(truth.get(index), within(PASSING_S));
            }
            for (LapCompleted lap : car.getValue().laps()) {
                if (lap.kind() == LapKind.FLYING) {
                    flying++;
                    assertFlying(lap, truth);
                }
            }
        }
        assertThat(flying).isGreaterThan(40);
    }

    private static void assertFlying(LapCompleted lap, List<Double> truth) {
        double start = (lap.startNanos() - START) / 1e9;
        double begun = nearest(truth, start);
        double ended = nearest(truth, start + lap.durationNanos() / 1e9);

        assertThat(lap.durationNanos() / 1e9).isCloseTo(ended - begun, within(CLOSE_S));
        assertThat(lap.sectorNanos()).hasSize(3);
    }

    private static double nearest(List<Double> times, double time) {
        return times.stream()
                .min(Comparator.comparingDouble(one -> Math.abs(one - time)))
                .orElseThrow();
    }

    private static double seconds(GatePassed passing) {
        return (passing.timeNanos() - START) / 1e9;
    }

    private static List<Double> passings(Truth truth, int car) {
        return truth.passings().stream()
                .filter(passing -> passing.car() == car && passing.gate() == 0)
                .map(Truth.Passing::seconds)
                .toList();
    }
}
