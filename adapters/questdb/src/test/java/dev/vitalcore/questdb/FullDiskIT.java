package dev.vitalcore.questdb;

import static dev.vitalcore.platform.series.BlockFixture.block;
import static dev.vitalcore.platform.series.BlockFixture.entry;
import static dev.vitalcore.platform.series.BlockFixture.group;
import static dev.vitalcore.platform.series.BlockFixture.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import io.questdb.std.FilesFacade;
import io.questdb.std.FilesFacadeImpl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real engine on a disk that refuses to give space when told to. (Tried on a really full {@code
 * tmpfs} as well, by hand.)
 */
class FullDiskIT {
    private static final EntryId CAR = entry("full", "1");
    private static final RateGroup GROUP = group(single("speed", Unit.METRE_PER_SECOND));
    private static final int ROWS = 50_000;

    private Disk disk;
    private QuestDbSeriesStore store;

    @BeforeEach
    void open(@TempDir Path directory) {
        store = QuestDbSeriesStore.open(directory, this::onTheDisk, Catalogue.Bounds.USUAL);
    }

    private EngineSettings onTheDisk(Path directory) {
        Disk made = new Disk();
        disk = made;
        return new EngineSettings(directory) {
            @Override
            public FilesFacade getFilesFacade() {
                return made;
            }
        };
    }

    @AfterEach
    void close() {
        disk.full = false;
        store.close();
    }

    @Test
    void refusesBlocksWhileTheDiskIsFullAndLosesNoneThatItTook() {
        store.write(List.of(many(0)));
        store.settle();
        disk.full = true;

        Fault first = writing(many(1));
        Fault second = writing(many(1));
        Fault third = writing(many(1));

        assertThat(List.of(first.code(), second.code(), third.code())).containsOnly("disk-full");
        assertThat(first.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        disk.full = false;
        store.write(List.of(many(1)));
        store.settle();
        assertThat(kept()).isEqualTo(2 * ROWS);
    }

    @Test
    void showsLaterWhatCouldNotBeAppliedOnAFullDisk() {
        store.write(List.of(one(0)));
        store.settle();
        disk.full = true;
        store.write(List.of(one(1)));

        Fault fault = catchThrowableOfType(Fault.class, store::settle);

        assertThat(fault.code()).isEqualTo("series-suspended");
        assertThat(store.failure()).isPresent();
        disk.full = false;
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThatCode(store::settle).doesNotThrowAnyException());
        assertThat(kept()).isEqualTo(2);
        assertThat(store.failure()).isEmpty();
    }

    private Fault writing(TelemetryBlock block) {
        return catchThrowableOfType(Fault.class, () -> store.write(List.of(block)));
    }

    private int kept() {
        return store.read(CAR, List.of("speed"), 0, Long.MAX_VALUE, 1_000_000)
                .getFirst()
                .times()
                .length;
    }

    /** More than fits into what the engine has reserved. */
    private static TelemetryBlock many(int sequence) {
        double[][] rows = new double[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            rows[row] = new double[] {(double) sequence * ROWS + row, row};
        }
        return block("source", CAR, sequence, GROUP, rows);
    }

    /** One row an hour: each needs a partition of its own, but hardly any of the log. */
    private static TelemetryBlock one(int hour) {
        return block("source", CAR, hour, GROUP, new double[] {360_000.0 * hour, hour});
    }

    private static final class Disk extends FilesFacadeImpl {
        private static final int NO_SPACE_LEFT = 28;
        private volatile boolean full;

        @Override
        public boolean allocate(long fd, long size) {
            return !full && super.allocate(fd, size);
        }

        @Override
        public int errno() {
            return full ? NO_SPACE_LEFT : super.errno();
        }
    }
}
