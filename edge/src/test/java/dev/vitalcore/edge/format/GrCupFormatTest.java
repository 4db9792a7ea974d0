package dev.vitalcore.edge.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.edge.RealRecordings;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.edge.Samples;
import dev.vitalcore.kernel.EpochNanos;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrCupFormatTest {
    private static final String HEADER = "meta_time,telemetry_name,telemetry_value";

    @TempDir private Path directory;

    @Test
    void readsARealCar() {
        Samples car = Samples.of(RealRecordings.file("grcup/GR86-049-88.csv.gz"));

        assertThat(car.car()).isEqualTo("88");
        assertThat(car.declaration().vehicle()).contains("GR86-049-88");
        assertThat(car.layout().groups().getFirst().periodNanos()).isZero();
        assertThat(car.layout().groups().getFirst().channels()).hasSize(13);
        assertThat(car.rows(0)).isEqualTo(6_107);
        assertThat(EpochNanos.toInstant(car.times(0)[0]))
                .isEqualTo(Instant.parse("2025-09-06T18:40:01.653Z"));
        assertThat(car.channel("latitude")[0]).isEqualTo(33.53101348876953);
        assertThat(car.channel("acceleration_longitudinal")[0]).isCloseTo(0.164, within(1e-6));
        assertThat(car.channel("speed")[0]).isNaN();
        assertThat(car.channel("speed")[1]).isCloseTo(120.62, within(1e-4));
        assertThat(car.warnings()).anyMatch(text -> text.startsWith("no rows for more than 1.0 s"));
    }

    @Test
    void namesACarWithoutNumberByItsChassis() {
        try (Recording car = Recordings.open(RealRecordings.file("grcup/GR86-002-000.csv.gz"))) {
            assertThat(car.car()).isEqualTo("2");
        }
    }

    @Test
    void putsTheValuesOfOneArrivalIntoOneRow() {
        Samples car =
                Written.samples(
                        directory,
                        "GR86-010-7.csv",
                        HEADER,
                        "2025-09-06T18:40:01.6530Z,speed,100",
                        "2025-09-06T18:40:01.6530Z,gear,3",
                        "2025-09-06T18:40:01.653000Z,speed,101",
                        "2025-09-06T18:40:02Z,nmot,6000");

        assertThat(car.rows(0)).isEqualTo(2);
        assertThat(car.channel("speed")).containsExactly(101, Double.NaN);
        assertThat(car.channel("gear")).containsExactly(3, Double.NaN);
        assertThat(car.channel("engine_speed")).containsExactly(Double.NaN, 6000);
        assertThat(car.warnings())
                .contains(
                        "second value of a channel at one arrival time, the later kept: 1 time, at line 4");
    }

    @Test
    void leavesOutDamagedLines() {
        Samples car =
                Written.samples(
                        directory,
                        "GR86-010-7.csv",
                        HEADER,
                        "2025-09-06T18:40:01Z,speed,100",
                        "2025-09-06T18:40:02Z,speed",
                        "yesterday,speed,1",
                        "2025-09-06T18:40:03Z,speed,fast",
                        "2025-09-06T18:40:04Z,speed,104");

        assertThat(car.channel("speed")).containsExactly(100, 104);
        assertThat(car.warnings())
                .containsAll(
                        List.of(
                                "incomplete line dropped: 1 time, at line 3",
                                "line whose time cannot be read dropped: 1 time, at line 4",
                                "value that is no number left out: 1 time, at line 5"));
    }

    @Test
    void readsOneCarOfATableThatHoldsSeveral() {
        Samples car =
                Written.samples(
                        directory,
                        "all.csv",
                        "lap," + HEADER + ",vehicle_id",
                        "1,2025-09-06T18:40:01Z,speed,100,GR86-010-7",
                        "1,2025-09-06T18:40:01Z,speed,50,GR86-011-8",
                        "1,2025-09-06T18:40:02Z,speed,102,GR86-010-7");

        assertThat(car.car()).isEqualTo("7");
        assertThat(car.channel("speed")).containsExactly(100, 102);
        assertThat(car.warnings()).anyMatch(text -> text.startsWith("line of another car dropped"));
    }
}
