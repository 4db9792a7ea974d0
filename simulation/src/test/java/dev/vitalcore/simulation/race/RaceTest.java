package dev.vitalcore.simulation.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.simulation.race.Truth.Flag;
import dev.vitalcore.simulation.race.Truth.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RaceTest {
    @Test
    void aRaceHasAllThatMakesOne() {
        Race race = run(new RaceSettings("talheim", 20, 10, 1));
        Truth truth = race.truth();

        assertThat(race.over()).isTrue();
        assertThat(truth.incidents())
                .extracting(Truth.Incident::kind)
                .contains(Kind.SPIN, Kind.PUNCTURE, Kind.BREAKDOWN);
        assertThat(truth.flags())
                .extracting(Truth.FlagShown::flag)
                .contains(Flag.YELLOW, Flag.SAFETY_CAR, Flag.CHEQUERED)
                .startsWith(Flag.GREEN)
                .endsWith(Flag.CHEQUERED);
        assertThat(truth.stops()).hasSizeGreaterThan(15);
        assertThat(truth.stops())
                .allSatisfy(stop -> assertThat(stop.until() - stop.from()).isBetween(2.5, 11.0));
    }

    @Test
    void carsOvertake() {
        Race race = run(new RaceSettings("harbour", 12, 8, 6));

        assertThat(order(race, 1)).isNotEqualTo(order(race, 7));
    }

    @Test
    void everyCarPassesTheGatesInTheirOrder() {
        Race race = run(new RaceSettings("talheim", 6, 6, 9));

        for (RaceCar car : race.cars()) {
            List<Truth.Passing> own =
                    race.truth().passings().stream()
                            .filter(passing -> passing.car() == car.index())
                            .toList();
            for (int index = 1; index < own.size(); index++) {
                assertThat(own.get(index).gate())
                        .isEqualTo((own.get(index - 1).gate() + 1) % race.gates());
                assertThat(own.get(index).seconds()).isGreaterThan(own.get(index - 1).seconds());
            }
        }
    }

    @Test
    void noCarJumps() {
        Race race = new Race(new RaceSettings("harbour", 4, 2, 3));
        double[] before = race.cars().stream().mapToDouble(RaceCar::metres).toArray();

        while (!race.over()) {
            race.step();
            for (RaceCar car : race.cars()) {
                double moved = car.metres() - before[car.index()];
                assertThat(moved).isBetween(0.0, 0.01 * 85);
                before[car.index()] = car.metres();
            }
        }
    }

    private static List<Integer> order(Race race, int lap) {
        return race.truth().passings().stream()
                .filter(passing -> passing.gate() == 0 && passing.lap() == lap + 1)
                .map(Truth.Passing::car)
                .toList();
    }

    private static Race run(RaceSettings settings) {
        Race race = new Race(settings);
        double limit = 400 + settings.laps() * 160.0;
        IntStream.range(0, (int) (limit / Race.STEP_S))
                .takeWhile(step -> !race.over())
                .forEach(step -> race.step());
        return race;
    }
}
