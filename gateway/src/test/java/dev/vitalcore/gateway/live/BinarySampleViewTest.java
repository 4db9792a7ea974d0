package dev.vitalcore.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BinarySampleViewTest {
    private static final TraceRequest SPEED_OF_7 = new TraceRequest(Set.of("7"), Set.of("speed"));
    private static final long ORIGIN = 1_000_000_000_000L;

    private final TreeMap<String, LiveCar> cars = new TreeMap<>();
    private final BinarySampleView view = new BinarySampleView();
    private final LiveCar seven = new LiveCar();
    private final List<String> names = new ArrayList<>();

    @BeforeEach
    void traceSevensSpeed() {
        cars.put("7", seven);
        seven.trace(SPEED_OF_7.channels());
    }

    @Test
    void saysNothingWhereNothingIsNew() {
        assertThat(view.nextFrame(cars, ORIGIN, SPEED_OF_7)).isEmpty();
    }

    @Test
    void tellsValuesAndTraces() {
        take(0, 100f, 101.5f);

        BinaryFrame frame = next();

        assertThat(frame.atS()).isEqualTo(0.1);
        assertThat(frame.values())
                .containsEntry("7/speed", 101.5)
                .containsEntry("7/throttle", 50.0);
        assertThat(frame.traces().get("7/speed")).containsExactly(0.0, 0.1, 100.0, 101.5);
        assertThat(names).containsExactlyInAnyOrder("7", "speed", "throttle");
    }

    @Test
    void introducesANameOnceAndAgainAfterARestart() {
        take(0, 100f);
        next();
        take(1, 101f);
        assertThat(next().values()).containsEntry("7/speed", 101.0);
        assertThat(names).hasSize(3);

        view.restart();
        names.clear();

        assertThat(next().values()).containsEntry("7/speed", 101.0);
        assertThat(names).hasSize(3);
    }

    @Test
    void givesEachValueItsOwnTime() {
        LiveCar eight = new LiveCar();
        cars.put("8", eight);
        take(5, 100f);
        eight.take(Blocks.from(ORIGIN, 80f), 0);

        BinaryFrame frame = next();

        assertThat(frame.ages().get("7/speed")).isZero();
        assertThat(frame.ages().get("8/speed")).isEqualTo(0.5);
    }

    @Test
    void tellsOnlyWhatChanged() {
        LiveCar eight = new LiveCar();
        cars.put("8", eight);
        take(0, 100f);
        eight.take(Blocks.from(ORIGIN, 80f), 0);
        next();

        take(1, 101f);

        assertThat(next().values().keySet()).containsExactly("7/speed", "7/throttle");
        assertThat(view.nextFrame(cars, ORIGIN, SPEED_OF_7)).isEmpty();
    }

    private BinaryFrame next() {
        return BinaryFrame.read(view.nextFrame(cars, ORIGIN, SPEED_OF_7).orElseThrow(), names);
    }

    private void take(int row, float... speeds) {
        seven.take(Blocks.from(ORIGIN + row * Blocks.PERIOD, speeds), 0);
    }
}
