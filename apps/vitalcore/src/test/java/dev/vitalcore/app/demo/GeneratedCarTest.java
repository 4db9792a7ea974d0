package dev.vitalcore.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.timing.domain.EntryTiming;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedCarTest {
    private static final int BLOCKS_PER_SECOND = 25;

    @Test
    void theSameSeedGivesTheSameDrive() {
        AvroBlockCodec codec = new AvroBlockCodec();
        GeneratedCar one = car(5);
        GeneratedCar two = car(5);
        GeneratedCar other = car(6);

        boolean differs = false;
        for (int block = 0; block < 200; block++) {
            byte[] bytes = codec.encode(one.next());
            assertThat(codec.encode(two.next())).isEqualTo(bytes);
            differs |= !java.util.Arrays.equals(codec.encode(other.next()), bytes);
        }
        assertThat(differs).isTrue();
    }

    @Test
    void drivesLapsThatTimingFinds() {
        GeneratedCar car = car(1);
        EntryTiming timing = new EntryTiming();
        List<LapCompleted> laps = new ArrayList<>();
        for (int block = 0; block < 300 * BLOCKS_PER_SECOND; block++) {
            TelemetryBlock next = car.next();
            for (TimingEvent event : timing.accept(next)) {
                if (event instanceof LapCompleted lap) {
                    laps.add(lap);
                }
            }
        }

        assertThat(laps).hasSizeGreaterThan(3);
        assertThat(laps.get(0).kind()).isEqualTo(TimingEvent.LapKind.OUT);
        assertThat(laps.subList(1, laps.size()))
                .allSatisfy(lap -> {
                    assertThat(lap.kind()).isEqualTo(TimingEvent.LapKind.FLYING);
                    assertThat(lap.sectorNanos()).hasSize(3);
                    assertThat(lap.sectorNanos().stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(lap.durationNanos());
                });
    }

    @Test
    void movesThePedalsLikeADriver() {
        List<double[]> pedals = pedals(car(1), 300);

        double pressed = 0;
        int reversals = 0;
        double direction = 0;
        for (int step = 1; step < pedals.size(); step++) {
            double throttle = pedals.get(step)[0];
            double change = throttle - pedals.get(step - 1)[0];
            double braking = pedals.get(step)[1] - pedals.get(step - 1)[1];
            assertThat(throttle * pedals.get(step)[1]).as("both pedals at once").isZero();
            assertThat(change).as("throttle in 10 ms").isBetween(-5.01, 3.35);
            assertThat(braking).as("brake in 10 ms").isBetween(-5.01, 6.68);
            pressed += throttle > 99 ? 1 : 0;
            if (Math.abs(change) > 0.5) {
                reversals += change * direction < 0 ? 1 : 0;
                direction = change;
            }
        }
        assertThat(pressed / pedals.size()).as("share of full throttle").isBetween(0.3, 0.8);
        assertThat(reversals / 300.0).as("changes of mind a second").isLessThan(1);
        assertThat(pedals).anySatisfy(both -> assertThat(both[1]).isGreaterThan(80));
    }

    /** Throttle and brake each hundredth of a second, per cent. */
    private static List<double[]> pedals(GeneratedCar car, int seconds) {
        List<double[]> pedals = new ArrayList<>();
        for (int block = 0; block < seconds * BLOCKS_PER_SECOND; block++) {
            Rows drive = car.next().rows().get(1);
            for (int row = 0; row < drive.size(); row++) {
                pedals.add(
                        new double[] {
                            drive.columns().get(2).valueAt(row), drive.columns().get(3).valueAt(row)
                        });
            }
        }
        return pedals;
    }

    private static GeneratedCar car(long seed) {
        return new GeneratedCar(
                new SourceId("car"),
                new EntryId(new SessionId("s"), "1"),
                1_700_000_000_000_000_000L,
                seed);
    }
}
