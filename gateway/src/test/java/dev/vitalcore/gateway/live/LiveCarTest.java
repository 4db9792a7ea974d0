package dev.vitalcore.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveCarTest {
    private static final long NOW = 0;

    private final LiveCar car = new LiveCar();

    @Test
    void showsTheLastValueOfEachChannel() {
        car.take(Blocks.from(1000, 100.5f, 101.25f), NOW);

        assertThat(car.values().json()).isEqualTo("{\"speed\":101.25,\"throttle\":50}");
        assertThat(car.values().newestNanos()).isEqualTo(1000 + Blocks.PERIOD);
    }

    @Test
    void keepsANewerValueWhenLateDataComes() {
        car.take(Blocks.from(10 * Blocks.PERIOD, 200f), NOW);
        long version = car.values().version();

        car.take(Blocks.from(0, 10f, 11f), NOW);

        assertThat(car.values().json()).contains("\"speed\":200");
        assertThat(car.values().version()).isEqualTo(version);
    }

    @Test
    void sharesTheEncodingWithinAVersion() {
        car.take(Blocks.from(0, 1f), NOW);

        assertThat(car.values().json()).isSameAs(car.values().json());
    }

    @Test
    void tracesOnlyWhatIsAskedFor() {
        car.take(Blocks.from(0, 1f, 2f), NOW);
        car.trace(Set.of("speed"));
        car.take(Blocks.from(2 * Blocks.PERIOD, 3f, 4f), NOW);

        assertThat(car.traceFrom("speed", 0).piece().values()).containsExactly(3, 4);
        assertThat(car.traceFrom("throttle", 0).piece().values()).isEmpty();
        assertThat(car.traceFrom("nothing", 0).piece().values()).isEmpty();
    }

    @Test
    void tracesAChannelThatComesLater() {
        car.trace(Set.of("speed"));

        car.take(Blocks.from(0, 1f), NOW);

        assertThat(car.traceFrom("speed", 0).piece().values()).containsExactly(1);
    }

    @Test
    void forgetsATraceThatNobodyWantsAnyMore() {
        car.trace(Set.of("speed"));
        car.take(Blocks.from(0, 1f), NOW);

        car.trace(Set.of());

        assertThat(car.traceFrom("speed", 0).piece().values()).isEmpty();
    }
}
