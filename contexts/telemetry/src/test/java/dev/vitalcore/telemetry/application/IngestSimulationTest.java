package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.AvroDeadLetterCodec;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source that sends in any order, repeats itself and sends anew what failed, over a log that
 * fails now and then. A failure names its seed.
 */
class IngestSimulationTest {
    private static final AvroBlockCodec BLOCKS = new AvroBlockCodec();
    private static final int NUMBERS = 30;

    @TempDir private Path directory;

    @Test
    void neitherLosesAnAcknowledgedBlockNorAppendsOneTwice() {
        try (Database database = SqliteDatabase.open(directory.resolve("simulation.db"))) {
            TelemetrySchema.migrate(database);
            for (int seed = 0; seed < 60; seed++) {
                new Run(seed, database).simulate();
            }
        }
    }

    private static final class Run {
        private final String why;
        private final Random random;
        private final HeldLog log = new HeldLog();
        private final Ingest ingest;
        private final List<Call> calls = new ArrayList<>();
        private final List<Long> appended = new ArrayList<>();

        Run(int seed, Database database) {
            why = "seed " + seed;
            random = new Random(seed);
            ingest =
                    new Ingest(
                            new TelemetryPorts(
                                    log,
                                    BLOCKS,
                                    new AvroDeadLetterCodec(),
                                    database,
                                    new NoSeries(),
                                    () -> EpochNanos.toInstant(START + 3_600 * SECOND)),
                            IngestLimits.defaults(),
                            Calibrations.NONE);
        }

        void simulate() {
            try (ingest) {
                ingest.start();
                ingest.ready().toCompletableFuture().join();
                for (int step = 0; step < 200; step++) {
                    if (random.nextInt(3) == 0) {
                        send(random.longs(1 + random.nextInt(4), 0, NUMBERS));
                    } else {
                        settleNext(random.nextInt(5) > 0);
                    }
                }
                settleAll();
                send(LongStream.range(0, NUMBERS));
                settleAll();
                check();
            }
        }

        private void send(LongStream numbers) {
            List<Long> sent = numbers.boxed().toList();
            List<byte[]> encoded =
                    sent.stream().map(number -> BLOCKS.encode(block(number))).toList();
            CompletableFuture<IngestReport> answer = ingest.accept(encoded).toCompletableFuture();
            calls.add(
                    new Call(
                            sent,
                            answer.thenApply(report -> {
                                // Not at the end: it must be so when it is acknowledged.
                                assertThat(appended).as(why).containsAll(sent);
                                return report;
                            }),
                            answer));
        }

        private void settleAll() {
            while (log.isHolding(Topics.BLOCKS)) {
                settleNext(true);
            }
        }

        private void settleNext(boolean success) {
            if (!log.isHolding(Topics.BLOCKS)) {
                return;
            }
            HeldLog.Held append = log.next(Topics.BLOCKS);
            if (success) {
                // In the log before anybody is told.
                appended.add(BLOCKS.decode(append.value()).sequence());
                append.succeed();
            } else {
                append.fail(Fault.unavailable("log-down", "log is down", "wait"));
            }
        }

        private void check() {
            int accepted = 0;
            for (Call call : calls) {
                assertThat(call.answer()).as(why).isDone();
                if (!call.answer().isCompletedExceptionally()) {
                    IngestReport report = call.checked().join();
                    assertThat(report.accepted() + report.duplicate())
                            .as(why)
                            .isEqualTo(call.numbers().size());
                    accepted += report.accepted();
                }
            }
            assertThat(appended).as(why).doesNotHaveDuplicates();
            assertThat(appended).as(why).hasSize(NUMBERS);
            assertThat(accepted).as(why).isLessThanOrEqualTo(NUMBERS);
        }
    }

    /** A call; {@code checked} fails where it was acknowledged before the log had its blocks. */
    private record Call(
            List<Long> numbers,
            CompletableFuture<IngestReport> checked,
            CompletableFuture<IngestReport> answer) {}
}
