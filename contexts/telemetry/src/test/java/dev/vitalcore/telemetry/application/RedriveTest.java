package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.SOURCE;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.AvroDeadLetterCodec;
import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingest has blocks 0 and 1; the store cannot take block 1. */
class RedriveTest {
    private static final AvroBlockCodec BLOCKS = new AvroBlockCodec();
    private static final long UNTOLD = DeadLetter.UNKNOWN_SEQUENCE;

    private final HeldLog log = HeldLog.thatHoldsNothing();
    private final FussySeries series = new FussySeries(Set.of(1L));
    private Database database;
    private Ingest ingest;
    private Redrive redrive;

    @BeforeEach
    void start(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("telemetry.db"));
        TelemetrySchema.migrate(database);
        InstantSource clock = InstantSource.fixed(EpochNanos.toInstant(START + 3_600 * SECOND));
        TelemetryPorts ports =
                new TelemetryPorts(log, BLOCKS, new AvroDeadLetterCodec(), database, series, clock);
        IngestLimits limits = IngestLimits.defaults();
        ingest = new Ingest(ports, limits, Calibrations.NONE);
        ingest.start();
        ingest.ready().toCompletableFuture().join();
        ingest.accept(List.of(BLOCKS.encode(block(0)), BLOCKS.encode(block(1))));
        log.next(Topics.BLOCKS);
        log.next(Topics.BLOCKS);
        redrive =
                new Redrive(
                        BLOCKS,
                        ingest,
                        new StoreWriter(ports, limits, new SourceRates(), Duration.ZERO));
    }

    @AfterEach
    void stop() {
        ingest.close();
        database.close();
    }

    @Test
    void givesWhatIngestRefusedToIngest() {
        assertThat(drive(letter("ingest", 2, 2))).isEqualTo(new RedriveOutcome.Accepted());
        assertThat(log.isHolding(Topics.BLOCKS)).isTrue();
        assertThat(drive(letter("ingest", 0, 0))).isEqualTo(new RedriveOutcome.Duplicate());
    }

    @Test
    void givesWhatCouldNotBeReadOnTheLogToIngest() {
        for (String origin : List.of("store-writer", "speed-layer")) {
            long sequence = origin.length();
            assertThat(drive(letter(origin, UNTOLD, sequence)))
                    .isEqualTo(new RedriveOutcome.Accepted());
            assertThat(BLOCKS.decode(log.next(Topics.BLOCKS).value()).sequence())
                    .isEqualTo(sequence);
        }
    }

    @Test
    void writesWhatTheStoreDidNotTakeToTheStoreThoughIngestKnowsIt() {
        assertThat(drive(letter("store-writer", 0, 0))).isEqualTo(new RedriveOutcome.Accepted());

        assertThat(series.written()).containsExactly(0L);
        assertThat(log.isHolding(Topics.BLOCKS)).isFalse();
    }

    @Test
    void saysWhyTheStoreStillDoesNotTakeABlock() {
        assertThat(drive(letter("store-writer", 1, 1)))
                .isEqualTo(
                        new RedriveOutcome.Refused(
                                new RefusedBlock(
                                        SOURCE.value(),
                                        1,
                                        "too-many-columns",
                                        "block 1",
                                        "send fewer")));
    }

    @Test
    void failsWhileTheStoreIsOut() {
        Fault diskFull = Fault.unavailable("disk-full", "no space left", "make room");
        series.breakDown(diskFull);

        assertThatThrownBy(() -> drive(letter("store-writer", 0, 0))).isSameAs(diskFull);
    }

    @Test
    void saysThatThereIsNoWayBackIntoTiming() {
        RedriveOutcome outcome = drive(letter("speed-layer", 0, 0));

        assertThat(outcome.text()).isEqualTo("not-redrivable");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RedriveOutcome.Refused.class,
                        refused -> {
                            assertThat(refused.block().message()).contains("block 0", "too-wild");
                            assertThat(refused.block().remedy()).contains("new source name");
                        });
        assertThat(series.written()).isEmpty();
        assertThat(log.isHolding(Topics.BLOCKS)).isFalse();
    }

    @Test
    void takesNoDecisionForABlock() {
        DeadLetter decision =
                new DeadLetter(
                        "decision-notices",
                        DeadLetter.UNKNOWN_SOURCE,
                        UNTOLD,
                        "decision-unreadable",
                        "session/spa: no decision",
                        "look at the history",
                        "race.decisions/2@17",
                        BLOCKS.encode(block(3)));

        assertThat(drive(decision))
                .isInstanceOfSatisfying(
                        RedriveOutcome.Refused.class,
                        refused -> {
                            assertThat(refused.block().code()).isEqualTo("not-redrivable");
                            assertThat(refused.block().message()).contains("race.decisions/2@17");
                        });
        assertThat(log.isHolding(Topics.BLOCKS)).isFalse();
    }

    private RedriveOutcome drive(DeadLetter letter) {
        return redrive.drive(letter).toCompletableFuture().join();
    }

    /**
     * @param told the number in the letter
     */
    private static DeadLetter letter(String origin, long told, long sequence) {
        return new DeadLetter(
                origin,
                told == UNTOLD ? DeadLetter.UNKNOWN_SOURCE : SOURCE.value(),
                told,
                "too-wild",
                "the block is too wild",
                "calm it down",
                "",
                BLOCKS.encode(block(sequence)));
    }
}
