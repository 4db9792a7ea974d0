package dev.vitalcore.edge.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.edge.GroundTruth;
import dev.vitalcore.edge.RealRecordings;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.edge.Samples;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotecLdFormatTest {
    private static final String CALDER = "motec/calder_11A_20051123.ld";
    private static final String TAUPO_BEACONS = "motec/session_20260103_135924_race_1.ldx";

    @TempDir private Path directory;

    @Test
    void givesEachRateAGroupOfItsOwn() {
        Samples calder = Samples.of(RealRecordings.file(CALDER));

        assertThat(calder.layout().groups().stream().map(RateGroup::periodNanos))
                .containsExactly(
                        10_000_000L,
                        20_000_000L,
                        50_000_000L,
                        100_000_000L,
                        200_000_000L,
                        500_000_000L,
                        1_000_000_000L);
        assertThat(
                        calder.layout().groups().stream()
                                .mapToInt(group -> group.channels().size())
                                .sum())
                .isEqualTo(78);
        assertThat(calder.rows(0)).isEqualTo(454 * 100);
        assertThat(calder.rows(6)).isEqualTo(454);
    }

    @Test
    void readsWhatTheHeaderStates() {
        Samples calder = Samples.of(RealRecordings.file(CALDER));

        assertThat(calder.car()).isEqualTo("11A");
        assertThat(calder.declaration().track()).contains("Calder");
        assertThat(calder.declaration().title()).contains("second warmup");
        assertThat(EpochNanos.toInstant(calder.times(0)[0]))
                .isEqualTo(Instant.parse("2005-11-23T09:53:00Z"));
    }

    @Test
    void findsTheLapAndSplitTimesOfTheLogger() throws IOException {
        Samples calder = Samples.of(RealRecordings.file(CALDER));

        assertThat(calder.channel("lap_time_previous"))
                .as("steps of the lap time")
                .satisfies(values -> assertThat(steps(values)).isEqualTo(known("lap_time_s")));
        assertThat(steps(calder.channel("split_time_previous"))).containsAll(known("split_time_s"));
    }

    @Test
    void scalesRawNumbers() {
        Samples calder = Samples.of(RealRecordings.file(CALDER));

        assertThat(calder.channel("engine_speed")[0]).isCloseTo(1650, within(1e-3));
        assertThat(calder.channel("g_force_lat_mid")[0]).isCloseTo(0.09, within(1e-6));
        assertThat(calder.channel("manifold_pres")[0]).isCloseTo(63.7, within(1e-5));
    }

    @Test
    void readsACompressedLogAlike() throws IOException {
        Path log = RealRecordings.file(CALDER);
        Path compressed = directory.resolve("calder.bin");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(log, out);
        }

        assertThat(Samples.of(compressed).channel("speed"))
                .isEqualTo(Samples.of(log).channel("speed"));
    }

    @Test
    void takesBeaconsFromTheFileBesideIt() throws IOException {
        Path log = directory.resolve("run.ld");
        Files.copy(RealRecordings.file(CALDER), log);
        Files.copy(RealRecordings.file(TAUPO_BEACONS), directory.resolve("run.ldx"));

        List<Long> beacons = Samples.of(log).declaration().beacons();

        assertThat(beacons).hasSize(10);
        assertThat(beacons.getFirst())
                .isEqualTo(EpochNanos.of(Instant.parse("2005-11-23T09:53:00Z")) + 622_429_000_000L);
    }

    @Test
    void readsTheBeaconsOfARealRace() throws IOException {
        double[] laps = GroundTruth.values(TAUPO_BEACONS, "lap_time_s");

        List<Long> beacons = LdxFile.beacons(RecordingFile.of(RealRecordings.file(TAUPO_BEACONS)));

        for (int lap = 0; lap < laps.length; lap++) {
            assertThat((beacons.get(lap + 1) - beacons.get(lap)) / 1e9)
                    .isCloseTo(laps[lap], within(0.001));
        }
    }

    @Test
    void saysThatBeaconsAloneAreNoRecording() {
        Path beacons = RealRecordings.file(TAUPO_BEACONS);

        assertThatThrownBy(() -> Recordings.open(beacons))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("lap beacons but no samples");
    }

    @Test
    void doesNotResolveEntitiesInBeaconFiles() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "9e9");
        Path file =
                Files.writeString(
                        directory.resolve("x.ldx"),
                        "<?xml version=\"1.0\"?><!DOCTYPE LDXFile [<!ENTITY e SYSTEM \""
                                + secret.toUri()
                                + "\">]><LDXFile>&e;<Marker ClassName=\"BCN\" Time=\"1\"/></LDXFile>");

        assertThatThrownBy(() -> LdxFile.beacons(RecordingFile.of(file))).isInstanceOf(Fault.class);
    }

    @Test
    void refusesALogThatIsCutOff() throws IOException {
        byte[] log = Files.readAllBytes(RealRecordings.file(CALDER));
        Path cut = Files.write(directory.resolve("cut.ld"), Arrays.copyOf(log, log.length - 100));

        assertThatThrownBy(() -> Recordings.open(cut))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("recording-damaged"))
                .hasMessageContaining("Steered Angle")
                .hasMessageContaining("cut off");
    }

    @Test
    void refusesAChainOfChannelsThatDoesNotEnd() throws IOException {
        byte[] log = Files.readAllBytes(RealRecordings.file(CALDER));
        // The second channel's 'next' points back to the first.
        log[0x34c4 + 4] = 0x48;
        log[0x34c4 + 5] = 0x34;
        Path loop = Files.write(directory.resolve("loop.ld"), log);

        assertThatThrownBy(() -> Recordings.open(loop)).hasMessageContaining("does not end");
    }

    private static List<Double> known(String quantity) throws IOException {
        return Arrays.stream(GroundTruth.values(CALDER, quantity)).boxed().toList();
    }

    /** The values other than 0 that the channel takes, one after the other, to the hundredth. */
    private static List<Double> steps(double[] values) {
        return Arrays.stream(values)
                .filter(value -> value > 0)
                .map(value -> Math.round(value * 100) / 100.0)
                .distinct()
                .boxed()
                .toList();
    }
}
