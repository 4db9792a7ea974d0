package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no car ever drove: timing must neither fail nor grow nor state nonsense. */
class HostileDataTest {
    private static final List<String> CHANNELS =
            List.of(
                    StandardChannels.LATITUDE,
                    StandardChannels.LONGITUDE,
                    StandardChannels.SPEED,
                    StandardChannels.LAP_NUMBER,
                    StandardChannels.LAP_TIME_PREVIOUS,
                    StandardChannels.LAP_TIME_RUNNING,
                    StandardChannels.LAP_DISTANCE,
                    StandardChannels.SPLIT_TIME_PREVIOUS);

    private static final double[] ODD = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0,
        -1,
        1e300,
        -1e300,
        Double.MIN_VALUE,
        90,
        180,
        1e-7
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bearsNoiseOnEveryChannel(long seed) throws IOException {
        Random random = new Random(seed);
        List<Long> times = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        long time = TestDrive.START;
        for (int row = 0; row < 3_000; row++) {
            time += 1 + Math.abs(random.nextLong() % 300_000_000L);
            times.add(time);
            rows.add(random.doubles(CHANNELS.size(), 0, 1).map(x -> odd(random)).toArray());
        }
        EntryTiming timing = new EntryTiming();
        LapBook book =
                TestBlocks.run(
                        timing, TestBlocks.blocks(CHANNELS, times, rows, oddGates(), List.of()));

        assertThat(book.laps()).allMatch(lap -> lap.durationNanos() > 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        timing.write(new DataOutputStream(bytes));
        assertThat(bytes.size()).isLessThan(1_600_000);
        EntryTiming.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    @Test
    void wrongFixesBetweenGoodOnesChangeNoLap() {
        TestDrive drive = new TestDrive().laps(1, 1, 1, 1).on(100);
        List<Fix> fixes = drive.fixes(10, 0, 1);
        LapBook clean = run(drive, fixes);
        List<Fix> spiked = new ArrayList<>(fixes);
        for (int index = 40; index < spiked.size(); index += 97) {
            Fix fix = spiked.get(index);
            spiked.set(
                    index,
                    new Fix(fix.time(), fix.latitude() + 0.01, fix.longitude(), fix.speedKmh()));
        }

        LapBook book = run(drive, spiked);

        assertThat(TestBlocks.kinds(book)).isEqualTo(TestBlocks.kinds(clean));
        for (int lap = 0; lap < book.laps().size(); lap++) {
            assertThat(book.laps().get(lap).durationNanos() / 1_000_000)
                    .isBetween(
                            clean.laps().get(lap).durationNanos() / 1_000_000 - 5,
                            clean.laps().get(lap).durationNanos() / 1_000_000 + 5);
        }
    }

    @Test
    void rowsThatRepeatTheLastPositionAreNoNewFixes() {
        TestDrive drive = new TestDrive().laps(1, 0.98, 1.01).on(100);
        List<Fix> held = new ArrayList<>();
        List<Fix> fixes = drive.fixes(10, 0, 1);
        for (Fix fix : fixes) {
            for (int repeat = 0; repeat < 4; repeat++) {
                held.add(
                        new Fix(
                                fix.time() + repeat * 25_000_000L,
                                fix.latitude(),
                                fix.longitude(),
                                fix.speedKmh()));
            }
        }

        List<TimingEvent.LapCompleted> laps = run(drive, held).laps();

        List<TimingEvent.LapCompleted> expected = run(drive, fixes).laps();
        for (int lap = 0; lap < expected.size() - 1; lap++) {
            assertThat(laps.get(lap).durationNanos()).isEqualTo(expected.get(lap).durationNanos());
        }
    }

    private static LapBook run(TestDrive drive, List<Fix> fixes) {
        List<TelemetryBlock> blocks = TestBlocks.ofFixes(fixes, List.of(TestBlocks.line(drive)));
        return TestBlocks.run(blocks);
    }

    private static List<DeclaredGate> oddGates() {
        return List.of(
                new DeclaredGate(
                        DeclaredGate.Kind.START_FINISH,
                        "no length",
                        new DeclaredGate.Line(0, 0, 0, 0)),
                new DeclaredGate(
                        DeclaredGate.Kind.SECTOR,
                        "nowhere",
                        new DeclaredGate.Point(Double.NaN, Double.NaN, Double.NaN, Double.NaN)));
    }

    private static double odd(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> random.nextInt(20);
            case 2 -> random.nextDouble() * 200 - 100;
            default -> random.nextGaussian() * 0.001;
        };
    }
}
