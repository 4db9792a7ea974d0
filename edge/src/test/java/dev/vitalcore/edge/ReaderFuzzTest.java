package dev.vitalcore.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seeded damage to the real files: whatever happens to a recording, it gives good blocks or a
 * refusal that the user can act on. A failure names file and seed, which repeat it.
 */
class ReaderFuzzTest {
    private static final int SEEDS = 80;

    /** Of a large file the beginning is enough, and fast enough to try many seeds. */
    private static final int LARGEST = 150_000;

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vbo/25IR05_RdAm_FP1_Run04_KO.vbo",
                "vbo/vbox3i_imu_can_100hz_stationary.VBO",
                "motec/calder_11A_20051123.ld",
                "motec/session_20260103_135924_race_1.ldx",
                "racechrono/session_20251231_111959_tianma_lap13_v3.csv",
                "gps/traqmate_portland_20190818_corrado_race.csv.gz",
                "grcup/GR86-049-88.csv.gz",
                "sim/sessions_csv/session_1690362827.csv.gz",
                "can/cobb_accessport_2020_wrx_sti.csv.gz"
            })
    void givesBlocksOrARefusalForDamagedFiles(String name) throws IOException {
        byte[] good = content(RealRecordings.file(name), !name.endsWith(".ld"));
        Path file = directory.resolve("damaged");
        int refused = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Files.write(file, new Damage(seed).applyTo(good));
            refused += ReaderPromise.isRefused(file, name + ", seed " + seed) ? 1 : 0;
        }
        assertThat(refused).as("refused of %s", SEEDS).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grcup/GR86-049-88.csv.gz", "can/cobb_accessport_2020_wrx_sti.csv.gz"})
    void givesBlocksOrARefusalForDamagedCompression(String name) throws IOException {
        byte[] good = Files.readAllBytes(RealRecordings.file(name));
        Path file = directory.resolve("damaged.gz");
        int refused = 0;
        for (int seed = 0; seed < 25; seed++) {
            Files.write(file, new Damage(seed).applyTo(good));
            refused += ReaderPromise.isRefused(file, name + " compressed, seed " + seed) ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    private static byte[] content(Path file, boolean beginningOnly) throws IOException {
        int limit = beginningOnly ? LARGEST : Integer.MAX_VALUE;
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return in.readNBytes(limit);
        }
    }

    /** One to four kinds of damage, the same for the same seed. */
    private static final class Damage {
        private final Random random;

        Damage(long seed) {
            this.random = new Random(seed);
        }

        byte[] applyTo(byte[] good) {
            byte[] content = good.clone();
            for (int i = 0; i <= random.nextInt(4) && content.length > 0; i++) {
                content = once(content);
            }
            return content;
        }

        private byte[] once(byte[] content) {
            return switch (random.nextInt(6)) {
                case 0 -> slice(content, 0, random.nextInt(content.length));
                case 1 -> flipBits(content, content.length);
                case 2 -> flipBits(content, Math.min(content.length, 8192));
                case 3 -> withoutASlice(content);
                case 4 -> withADoubledSlice(content);
                default -> overwritten(content);
            };
        }

        private byte[] flipBits(byte[] content, int within) {
            for (int i = 0; i < 1 + random.nextInt(50); i++) {
                content[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
            }
            return content;
        }

        private byte[] withoutASlice(byte[] content) {
            int from = random.nextInt(content.length);
            int to = Math.min(content.length, from + random.nextInt(5000));
            return join(slice(content, 0, from), slice(content, to, content.length));
        }

        private byte[] withADoubledSlice(byte[] content) {
            int from = random.nextInt(content.length);
            int to = Math.min(content.length, from + random.nextInt(5000));
            return join(slice(content, 0, to), slice(content, from, content.length));
        }

        private byte[] overwritten(byte[] content) {
            byte[] garbage = new byte[Math.min(content.length, 1 + random.nextInt(64))];
            random.nextBytes(garbage);
            int at = random.nextInt(content.length - garbage.length + 1);
            System.arraycopy(garbage, 0, content, at, garbage.length);
            return content;
        }

        private static byte[] slice(byte[] content, int from, int to) {
            return Arrays.copyOfRange(content, from, to);
        }

        private static byte[] join(byte[] one, byte[] other) {
            byte[] both = Arrays.copyOf(one, one.length + other.length);
            System.arraycopy(other, 0, both, one.length, other.length);
            return both;
        }
    }
}
