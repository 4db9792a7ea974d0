package dev.vitalcore.edge.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Line;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Point;
import dev.vitalcore.edge.GroundTruth;
import dev.vitalcore.edge.RealRecordings;
import dev.vitalcore.edge.Samples;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VboFormatTest {
    private static final String RUN_01 = "vbo/25IR05_RdAm_FP1_Run01_KO.vbo";
    private static final String RUN_04 = "vbo/25IR05_RdAm_FP1_Run04_KO.vbo";
    private static final String GRATTAN = "vbo/grattan_speedangle_20200830.vbo";
    private static final String STATIONARY = "vbo/vbox3i_imu_can_100hz_stationary.VBO";

    @TempDir private Path directory;

    @Test
    void readsEveryRowAndColumnOfARealRecording() {
        Samples run = Samples.of(RealRecordings.file(RUN_04));

        assertThat(run.rows(0)).isEqualTo(10_401);
        assertThat(run.layout().groups()).hasSize(1);
        assertThat(run.layout().groups().getFirst().channels()).hasSize(33 - 1);
        assertThat(run.layout().groups().getFirst().periodNanos()).isEqualTo(40_000_000);
        assertThat(start(run)).isEqualTo(Instant.parse("2025-08-01T19:43:33.680Z"));
        assertThat(run.max("speed")).isCloseTo(286.7, within(0.05));
        assertThat(run.max("engine_speed")).isEqualTo(8505);
        assertThat(run.channel("latitude")[0]).isCloseTo(43.7966306, within(1e-9));
        assertThat(run.channel("longitude")[0]).isCloseTo(-87.989782, within(1e-9));
    }

    @Test
    void statesTheStartLineWhereTheCarCrossesIt() throws IOException {
        Samples run = Samples.of(RealRecordings.file(RUN_04));
        double[] known = GroundTruth.values(RUN_04, "line_crossing_s_from_first_sample");
        Point line = (Point) run.declaration().gates().getFirst().geometry();

        List<Double> crossings = crossings(run, line);

        assertThat(line.headingDegrees()).isCloseTo(179.2, within(0.1));
        assertThat(crossings).hasSizeGreaterThanOrEqualTo(known.length);
        for (int i = 0; i < known.length; i++) {
            assertThat(crossings.get(i)).isCloseTo(known[i], within(0.02));
        }
    }

    @Test
    void dealsOutUnitsFromTheLastColumn() {
        Samples run = Samples.of(RealRecordings.file(RUN_04));

        assertThat(spec(run, "ambient_temperature").unit()).isEqualTo(Unit.CELSIUS);
        assertThat(spec(run, "lap_gain_loss").unit()).isEqualTo(Unit.SECOND);
        assertThat(spec(run, "brake_pressure_front").originalUnit()).isEqualTo("bar");
        assertThat(spec(run, "vehicle_speed").originalUnit()).isEqualTo("kmh");
        assertThat(spec(run, "avitime").originalUnit()).isEmpty();
    }

    @Test
    void dropsTheDoubledTimeStampOfRun01() {
        Samples run = Samples.of(RealRecordings.file(RUN_01));

        assertThat(run.rows(0)).isEqualTo(5_675 - 1);
        assertThat(run.warnings())
                .contains("row with the time of the row before dropped: 1 time, at line 90");
    }

    @Test
    void takesTimingLinesAndDateFromTheFileBesideIt() {
        Samples run = Samples.of(RealRecordings.file(GRATTAN));

        assertThat(run.rows(0)).isEqualTo(6_080);
        assertThat(run.layout().groups().getFirst().periodNanos()).isEqualTo(100_000_000);
        assertThat(start(run)).isEqualTo(Instant.parse("2020-08-30T14:01:51Z"));
        assertThat(run.declaration().track()).contains("GRATTAN");
        assertThat(run.declaration().gates())
                .extracting(DeclaredGate::geometry)
                .containsExactly(
                        new Line(43.093952, -85.385591, 43.093680, -85.386009),
                        new Line(43.095836, -85.384206, 43.096324, -85.384306));
        assertThat(run.min("heading")).isGreaterThanOrEqualTo(0);
        assertThat(run.max("heading")).isLessThan(360);
    }

    @Test
    void readsLatinTextAndDoubledLabels() {
        Samples run = Samples.of(RealRecordings.file(STATIONARY));

        assertThat(run.rows(0)).isEqualTo(1_833);
        assertThat(run.layout().groups().getFirst().channels()).hasSize(49 - 1);
        assertThat(run.layout().groups().getFirst().periodNanos()).isEqualTo(10_000_000);
        assertThat(run.max("speed")).isLessThanOrEqualTo(1.4);
        assertThat(run.channel("latitude")[0]).isCloseTo(52.3615, within(5e-5));
        assertThat(run.channel("longitude")[0]).isCloseTo(-1.6586, within(5e-5));
        assertThat(spec(run, "pitchrate").originalUnit()).isEqualTo("°/s");
        assertThat(spec(run, "steeringwh_2").originalName()).isEqualTo("SteeringWh");
        assertThat(spec(run, "lat").precision()).isEqualTo(Precision.DOUBLE);
        assertThat(run.warnings()).anyMatch(text -> text.contains("Latin-1"));
    }

    @Test
    void carriesTimeOverMidnight() {
        Samples run =
                Written.samples(
                        directory,
                        "night.vbo",
                        "File created on 31/12/2024 @ 23:59:00",
                        "[header]",
                        "time",
                        "velocity kmh",
                        "[column names]",
                        "time velocity",
                        "[data]",
                        "235959.90 100.0",
                        "000000.10 101.0");

        assertThat(run.times(0))
                .containsExactly(
                        EpochNanos.of(Instant.parse("2024-12-31T23:59:59.900Z")),
                        EpochNanos.of(Instant.parse("2025-01-01T00:00:00.100Z")));
    }

    @Test
    void putsARecordingWithoutDateOn1970() {
        Samples run =
                Written.samples(
                        directory,
                        "a.vbo",
                        "[header]",
                        "[column names]",
                        "time velocity",
                        "[data]",
                        "12:00:01.5 1");

        assertThat(start(run)).isEqualTo(Instant.parse("1970-01-01T12:00:01.500Z"));
    }

    @Test
    void takesThePositionBeforeTheFirstFixAsAbsent() {
        Samples run =
                Written.samples(
                        directory,
                        "a.vbo",
                        "[header]",
                        "[column names]",
                        "sats time lat long velocity",
                        "[data]",
                        "000 120000.00 +0000.0 +00000.0 0",
                        "000 120000.10 nan nan 0",
                        "008 120000.20 +9999.0 +00000.1 0",
                        "008 120000.30 +3141.68 -00099.51 0");

        assertThat(run.channel("latitude"))
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, 3141.68 / 60);
        assertThat(run.channel("longitude"))
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, 99.51 / 60);
        assertThat(run.warnings())
                .contains(
                        "position 0, 0 (no fix) taken as absent: 1 time, at line 5",
                        "row without position: 1 time, at line 6",
                        "position that is not on the Earth taken as absent: 1 time, at line 7");
    }

    @Test
    void dropsTheRowThatIsCutOff() {
        Samples run =
                Written.samples(
                        directory,
                        "a.vbo",
                        "[header]",
                        "[column names]",
                        "time velocity heading",
                        "[data]",
                        "120000.00 1 2",
                        "120000.10 1 2",
                        "120000.20 1");

        assertThat(run.rows(0)).isEqualTo(2);
        assertThat(run.warnings()).contains("incomplete row dropped: 1 time, at line 7");
    }

    @Test
    void takesAPairOfPointsAsWideAsATrackForTheEndsOfTheLine() {
        // The start line that a RaceBox states for Thruxton, 21 m long.
        List<DeclaredGate> gates =
                VboGates.read(
                        List.of(
                                "Start +00096.532002 +03072.462102 +00096.548178 +03072.457422 ¬, Start",
                                "Split +00096.0 +03072.0 +00096.0 +03072.003 ¬",
                                "Finish 1 2 3 4",
                                "Split x y z q"));

        assertThat(gates).hasSize(2);
        assertThat(gates.getFirst().geometry()).isInstanceOf(Line.class);
        assertThat(gates.getFirst().name()).isEqualTo("Start");
        assertThat(gates.getLast().kind()).isEqualTo(Kind.SECTOR);
        assertThat(gates.getLast().name()).isEqualTo("split 1");
        assertThat(gates.getLast().geometry())
                .isInstanceOfSatisfying(
                        Point.class, point -> assertThat(point.headingDegrees()).isEqualTo(180));
    }

    private static Instant start(Samples run) {
        return EpochNanos.toInstant(run.times(0)[0]);
    }

    private static ChannelSpec spec(Samples run, String name) {
        return run.layout().groups().getFirst().channels().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Seconds from the first sample at which the trace passes the point, within 30 m beside it. */
    private static List<Double> crossings(Samples run, Point line) {
        double[] latitude = run.channel("latitude");
        double[] longitude = run.channel("longitude");
        long[] times = run.times(0);
        double heading = Math.toRadians(line.headingDegrees());
        List<Double> crossings = new ArrayList<>();
        double before = Double.NaN;
        for (int i = 0; i < times.length; i++) {
            double north = (latitude[i] - line.latitude()) * 111_100;
            double east =
                    (longitude[i] - line.longitude())
                            * 111_300
                            * Math.cos(Math.toRadians(line.latitude()));
            double ahead = north * Math.cos(heading) + east * Math.sin(heading);
            double beside = east * Math.cos(heading) - north * Math.sin(heading);
            if (before < 0 && ahead >= 0 && Math.abs(beside) < 30) {
                double since = (times[i - 1] - times[0]) / 1e9;
                crossings.add(since + (times[i] - times[i - 1]) / 1e9 * -before / (ahead - before));
            }
            before = ahead;
        }
        return crossings;
    }
}
