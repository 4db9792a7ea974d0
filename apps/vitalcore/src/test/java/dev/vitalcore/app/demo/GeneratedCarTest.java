package dev.vitalcore.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.avro.AvroBlockCodec;
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

    private static GeneratedCar car(long seed) {
        return new GeneratedCar(
                new SourceId("car"),
                new EntryId(new SessionId("s"), "1"),
                1_700_000_000_000_000_000L,
                seed);
    }
}
