package dev.vitalcore.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recordings.Found;
import dev.vitalcore.edge.Recordings.Skipped;
import dev.vitalcore.kernel.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingsTest {
    private static final String TABLE = "time [s],speed [km/h]\n0,100\n0.1,101\n0.2,102\n";

    @TempDir private Path directory;

    @Test
    void findsTheFormatByContentWhateverTheName() throws IOException {
        Path disguised = directory.resolve("holiday.jpg");
        Files.copy(RealRecordings.file("vbo/grattan_speedangle_20200830.vbo"), disguised);

        try (Recording recording = Recordings.open(disguised)) {
            assertThat(recording.format()).isEqualTo("racelogic-vbo");
        }
    }

    @Test
    void givesEqualBlocksEachTime() {
        Path file = RealRecordings.file("vbo/vbox3i_imu_can_100hz_stationary.VBO");

        Samples once = Samples.of(file);
        Samples again = Samples.of(file);

        assertThat(again.times(0)).isEqualTo(once.times(0));
        assertThat(again.channel("yawrate")).isEqualTo(once.channel("yawrate"));
        assertThat(again.layout()).isEqualTo(once.layout());
        assertThat(again.blocks()).hasSameSizeAs(once.blocks());
    }

    @Test
    void givesTheSameSamplesForAnyBlockLength() {
        Path file = RealRecordings.file("vbo/grattan_speedangle_20200830.vbo");

        Samples fine = Samples.of(file, 40_000_000);
        Samples coarse = Samples.of(file, 60_000_000_000L);

        assertThat(coarse.blocks()).hasSize(11);
        assertThat(fine.channel("latitude")).isEqualTo(coarse.channel("latitude"));
    }

    @Test
    void isReadOnce() throws IOException {
        try (Recording recording =
                Recordings.open(write("a.csv", TABLE.getBytes(StandardCharsets.UTF_8)))) {
            recording.blocks(Samples.SOURCE, Samples.ENTRY, 1_000);

            assertThatThrownBy(() -> recording.blocks(Samples.SOURCE, Samples.ENTRY, 1_000))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(refusal(directory.resolve("no.vbo")).code()).isEqualTo("recording-not-found");
        assertThat(refusal(directory).code()).isEqualTo("recording-is-directory");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertThat(refusal(write("a.vbo", new byte[0])).code()).isEqualTo("recording-empty");
        assertThat(refusal(write("b.vbo", gzip(new byte[0]))).code()).isEqualTo("recording-empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[header]\n[column names]\ntime velocity\n[data]\n",
                "time,speed\n",
                "Format,Traqmate Trackvision,V2\nElapsed Time,Lap\n",
                "meta_time,telemetry_name,telemetry_value\n"
            })
    void refusesAHeaderWithoutRows(String content) throws IOException {
        Fault fault = refusal(write("a", content.getBytes(StandardCharsets.UTF_8)));

        assertThat(fault.code()).isIn("recording-empty", "recording-unknown-format");
    }

    @Test
    void refusesBinaryGarbage() throws IOException {
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);

        Fault fault = refusal(write("a.vbo", garbage));

        assertThat(fault.code()).isEqualTo("recording-unknown-format");
        assertThat(fault.text()).contains("a.vbo");
        assertThat(fault.remedy()).contains("racelogic-vbo", "generic-csv");
    }

    @Test
    void saysHowToGetARaceChronoSessionOutOfItsArchive() throws IOException {
        byte[] session = archive("session.json", "channel_1_0_1_1_0");
        byte[] inFolder = archive("session_20250801/session.json");
        byte[] other = archive("old-session.json", "run.csv");

        assertThat(refusal(write("session.rcz", session)).remedy())
                .startsWith("export the session from RaceChrono as CSV v3");
        assertThat(refusal(write("session.zip", inFolder)).remedy())
                .startsWith("export the session from RaceChrono as CSV v3");
        assertThat(refusal(write("other.zip", other)).remedy()).startsWith("unpack it");
        assertThat(refusal(write("cut.rcz", Arrays.copyOf(session, session.length / 2))).remedy())
                .startsWith("unpack it");
    }

    @Test
    void namesArchivesAndOtherEncodings() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write(new byte[10_000_000]);
        }

        assertThat(refusal(write("bomb.zip", archive.toByteArray())).text())
                .contains("ZIP archive");
        assertThat(refusal(write("a.csv", TABLE.getBytes(StandardCharsets.UTF_16))).remedy())
                .contains("UTF-8");
    }

    @Test
    void refusesACompressedBomb() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        byte[] row = "0,100\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            out.write(TABLE.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 2_000; i++) {
                out.write(row);
            }
        }

        Fault fault = refusal(write("bomb.csv.gz", bomb.toByteArray()));

        assertThat(fault.code()).isEqualTo("recording-too-large");
        assertThat(fault.text()).contains("gzip bomb");
    }

    @Test
    void givesWhatIsBeforeTheCutOfACompressedFileAndThenRefuses() throws IOException {
        StringBuilder table = new StringBuilder("time [s],speed [km/h]\n");
        Random random = new Random(2);
        for (int i = 0; i < 50_000; i++) {
            table.append(i / 100.0).append(',').append(random.nextInt(1_000_000)).append('\n');
        }
        byte[] whole = gzip(table.toString().getBytes(StandardCharsets.UTF_8));
        Path cut = write("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2));

        try (Recording recording = Recordings.open(cut)) {
            Iterator<TelemetryBlock> blocks =
                    recording.blocks(Samples.SOURCE, Samples.ENTRY, Samples.BLOCK_NANOS);
            int[] rows = {0};
            Fault fault =
                    catchThrowableOfType(
                            Fault.class,
                            () ->
                                    blocks.forEachRemaining(
                                            block -> rows[0] += block.rows().getFirst().size()));

            assertThat(fault.code()).isEqualTo("recording-damaged");
            assertThat(rows[0]).isBetween(20_000, 30_000);
        }
    }

    @Test
    void findsRecordingsAndSaysWhatItPassedOver() throws IOException {
        Path recording = write("b/run.csv", TABLE.getBytes(StandardCharsets.UTF_8));
        Path other = write("a/notes.txt", "wet track".getBytes(StandardCharsets.UTF_8));
        Path empty = write("a/empty.vbo", new byte[0]);
        Path beacons =
                write(
                        "c/run.ldx",
                        "<?xml version=\"1.0\"?><LDXFile/>".getBytes(StandardCharsets.UTF_8));

        Found found = Recordings.find(List.of(directory, recording));

        assertThat(found.recordings()).containsExactly(recording);
        assertThat(found.skipped())
                .extracting(Skipped::path)
                .containsExactly(empty, other, beacons);
        assertThat(found.skipped())
                .extracting(Skipped::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("empty"),
                        reason -> assertThat(reason).contains("no known recording format"),
                        reason -> assertThat(reason).contains("lap beacons"));
    }

    @Test
    void findsTheElevenCarsOfARealRace() {
        Found found = Recordings.find(List.of(RealRecordings.file("grcup")));

        assertThat(found.recordings()).hasSize(11).isSorted();
        assertThat(found.skipped()).hasSize(3);
    }

    @Test
    void refusesToSearchAPathThatIsNotThere() {
        List<Path> paths = List.of(directory.resolve("no"));

        assertThatThrownBy(() -> Recordings.find(paths))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("does not exist");
    }

    private static byte[] archive(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** The refusal that opening and reading the file ends in; always the user's to mend. */
    private static Fault refusal(Path file) {
        Fault fault = catchThrowableOfType(Fault.class, () -> Samples.of(file));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.remedy()).isNotBlank();
        return fault;
    }
}
