package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.questdb.QuestDbSeriesStore;
import dev.vitalcore.timing.domain.EntryTiming;
import dev.vitalcore.timing.domain.LapBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real session at Road America out of the real store: an out lap, a flying one, one into the
 * pits.
 */
class StoredLapsIT {
    private static final EntryId ENTRY = EntryId.parse("road-america/25ir05");
    private static final int FLYING = 2;
    private static final int IN = 3;

    /**
     * The file's positions from crossing to crossing, summed on the ellipsoid outside this program;
     * its speed, which the receiver measures apart from them, sums up to 6,410 m. The published
     * 4.048 miles (6,515 m) are those of the middle of the track.
     */
    private static final double ROUND_M = 6_414;

    @TempDir static Path directory;
    private static SeriesStore store;
    private static LapRecords laps;

    @BeforeAll
    static void keepTheSession() throws IOException {
        Path file =
                Path.of(
                        System.getProperty("vitalcore.recordings", ""),
                        "vbo/25IR05_RdAm_FP1_Run04_KO.vbo");
        assumeTrue(
                Files.exists(file),
                () -> "SKIPPED: the real recording " + file + " is not on this machine");
        store = QuestDbSeriesStore.open(directory);
        EntryTiming timing = new EntryTiming();
        LapBook book = new LapBook();
        try (Recording recording = Recordings.open(file)) {
            Iterator<TelemetryBlock> blocks =
                    recording.blocks(SourceId.named("vbox"), ENTRY, EpochNanos.PER_SECOND);
            while (blocks.hasNext()) {
                TelemetryBlock block = blocks.next();
                store.write(List.of(block));
                timing.accept(block).forEach(book::apply);
            }
        }
        store.settle();
        laps =
                reference ->
                        book.laps().stream()
                                .filter(lap -> lap.number() == reference.lap())
                                .findFirst();
    }

    @AfterAll
    static void closeTheStore() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void givesALapByTime() {
        LapSeries.Line speed =
                new LapSeries(laps, store)
                        .byTime(ENTRY, FLYING, List.of(StandardChannels.SPEED), 100_000)
                        .getFirst();

        // 25 Hz over the 114.960 s of the crossings.
        assertThat(speed.x()).hasSize(2_874).isSorted();
        assertThat(speed.x()[0]).isBetween(0.0, 0.04);
        assertThat(speed.x()[2_873]).isBetween(114.92, 114.96);
    }

    @Test
    void givesALapByDistance() {
        LapSeries.Line speed =
                new LapSeries(laps, store)
                        .byDistance(ENTRY, FLYING, List.of(StandardChannels.SPEED), 2_000)
                        .getFirst();

        assertThat(speed.x()).hasSizeLessThanOrEqualTo(2_000).isSorted();
        assertThat(speed.x()[speed.x().length - 1]).isCloseTo(ROUND_M, within(6.0));
    }

    @Test
    void drawsTheWay() {
        LapSeries.Outline outline =
                new LapSeries(laps, store).outline(ENTRY, FLYING, 500).orElseThrow();

        assertThat(outline.distanceMetres()).hasSize(500).isSorted();
        assertThat(outline.positions())
                .isInstanceOfSatisfying(
                        Positions.OnEarth.class,
                        place -> {
                            assertThat(place.latitude()).hasSize(500);
                            assertThat(DoubleStream.of(place.latitude()))
                                    .allMatch(at -> at > 43.78 && at < 43.81);
                            assertThat(DoubleStream.of(place.longitude()))
                                    .allMatch(at -> at > -88.01 && at < -87.98);
                        });
    }

    @Test
    void laysTheLapIntoThePitsOverTheFlyingOne() {
        Overlays.Overlay overlay =
                new Overlays(laps, store)
                        .overlay(
                                new LapReference(ENTRY, FLYING),
                                new LapReference(ENTRY, IN),
                                List.of(StandardChannels.SPEED),
                                1_000);

        // The ground truth of the two lap times: 131.730 and 114.960 s.
        assertThat(overlay.deltaSeconds()[0]).isCloseTo(0, within(1e-6));
        int last = 999;
        while (Double.isNaN(overlay.deltaSeconds()[last])) {
            last--;
        }
        // The recording ends some metres before the line, where the car is slower by 40 m/s.
        assertThat(last).isBetween(995, 998);
        assertThat(overlay.deltaSeconds()[last]).isCloseTo(131.730 - 114.960, within(1.2));
        assertThat(overlay.distanceMetres()[999]).isCloseTo(ROUND_M, within(6.0));
        Overlays.Channel speed = overlay.channels().getFirst();
        // Down the pit lane at its limit, where the other lap is at full speed.
        assertThat(speed.other()[995]).isBetween(50.0, 75.0);
        assertThat(speed.reference()[995]).isGreaterThan(150);
    }
}
