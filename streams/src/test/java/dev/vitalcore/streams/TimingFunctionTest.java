package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

class TimingFunctionTest extends TimingFunctionFixture {
    @Test
    void findsTheLapsOfEachEntryUnderItsKey() throws Exception {
        List<TelemetryBlock> other = TestBlocks.recording("other-logger", "race/8", 20);
        for (int number = 0; number < RECORDING.size(); number++) {
            feed(RECORDING.get(number));
            feed(other.get(number));
        }

        List<KeyedRecord> written = written(Topics.TIMING_EVENTS);

        assertThat(written).extracting(KeyedRecord::key).contains("race/7", "race/8");
        assertThat(written)
                .allSatisfy(record ->
                        assertThat(event(record).entry().toString()).isEqualTo(record.key()));
        assertThat(laps("race/7")).isNotEmpty().hasSameSizeAs(laps("race/8"));
    }

    @Test
    void takesNoLapsAndKeepsNoStateOfTheCircuitItself() throws Exception {
        for (TelemetryBlock block : TestBlocks.recording("posts", "race/trackside", 20)) {
            feed(block);
        }

        assertThat(operator.getOutput()).isEmpty();
        assertThat(operator.numKeyedStateEntries()).isZero();
    }

    @Test
    void aFailureOfTheSinkStopsTheJobInsteadOfBuryingTheBlock() throws Exception {
        operator.close();
        operator =
                harness(
                        new BeforeABrokenSink(
                                new TimingFunction(
                                        TimingCodecs.avro(TestSchemas.SCHEMAS), RETENTION)));
        operator.open();

        assertThatThrownBy(
                        () -> {
                            for (TelemetryBlock block : RECORDING) {
                                feed(block);
                            }
                        })
                .hasMessage("the log is out of reach");
    }

    @Test
    void aBlockThatComesTwiceChangesNothing() throws Exception {
        for (TelemetryBlock block : RECORDING) {
            feed(block);
        }
        int before = written(Topics.TIMING_EVENTS).size();

        feed(RECORDING.get(5));

        assertThat(written(Topics.TIMING_EVENTS)).hasSize(before).isNotEmpty();
    }

    @Test
    void goesOnFromASnapshotAsIfNothingHadHappened() throws Exception {
        for (TelemetryBlock block : RECORDING) {
            feed(block);
        }
        List<TimingEvent> uninterrupted = events();

        List<TimingEvent> interrupted = eventsWithARestartAfter(11);

        assertThat(interrupted).isNotEmpty().isEqualTo(uninterrupted);
    }

    @Test
    void doingBlocksAgainAfterARestartGivesTheSameIds() throws Exception {
        for (TelemetryBlock block : RECORDING.subList(0, 10)) {
            feed(block);
        }
        OperatorSubtaskState snapshot = operator.snapshot(1, 1);
        for (TelemetryBlock block : RECORDING.subList(10, 20)) {
            feed(block);
        }
        List<String> first = ids();

        restart(snapshot);
        for (TelemetryBlock block : RECORDING.subList(10, 20)) {
            feed(block);
        }

        assertThat(ids()).isNotEmpty().isSubsetOf(first);
    }

    @Test
    void whatIsNoBlockBecomesADeadLetterAndTheNextBlockIsTaken() throws Exception {
        byte[] garbage = {1, 2, 3};
        operator.processElement(new BlockRecord("race/7", garbage, 2, 41), 0);
        feed(RECORDING.get(0));

        DeadLetter letter = letters().getFirst();

        assertThat(letter.origin()).isEqualTo("speed-layer");
        assertThat(letter.code()).isEqualTo("block-undecodable");
        assertThat(letter.position()).isEqualTo("telemetry.blocks/2@41");
        assertThat(letter.payload()).isEqualTo(garbage);
        assertThat(letters()).hasSize(1);
        assertThat(operator.numKeyedStateEntries()).isPositive();
    }

    @Test
    void aBlockUnderTheKeyOfAnotherEntryBecomesADeadLetter() throws Exception {
        TelemetryBlock block = RECORDING.get(3);
        operator.processElement(new BlockRecord("race/8", TestBlocks.encoded(block), 0, 7), 0);

        DeadLetter letter = letters().getFirst();

        assertThat(letter.code()).isEqualTo("block-key-mismatch");
        assertThat(letter.source()).isEqualTo("logger");
        assertThat(letter.sequence()).isEqualTo(3);
        assertThat(letter.cause()).contains("race/7").contains("race/8");
        assertThat(operator.numKeyedStateEntries()).isZero();
    }

    @Test
    void whereTimingFailsTheBlockBecomesADeadLetterAndTheJobGoesOn() throws Exception {
        restart(
                harness(
                        new TimingCodecs(
                                TestSchemas.SCHEMAS::blockCodec,
                                FailingEventCodec::new,
                                TestSchemas.SCHEMAS::deadLetterCodec)),
                null);

        for (TelemetryBlock block : RECORDING) {
            feed(block);
        }

        assertThat(letters()).isNotEmpty();
        assertThat(letters())
                .allSatisfy(letter -> {
                    assertThat(letter.code()).isEqualTo("timing-failed");
                    assertThat(letter.cause()).contains("no such event");
                    assertThat(letter.source()).isEqualTo("logger");
                });
    }

    private List<TimingEvent> eventsWithARestartAfter(int blocks) throws Exception {
        restart(harness(TimingCodecs.avro(TestSchemas.SCHEMAS)), null);
        for (TelemetryBlock block : RECORDING.subList(0, blocks)) {
            feed(block);
        }
        List<TimingEvent> all = new ArrayList<>(events());
        restart(operator.snapshot(1, 1));
        for (TelemetryBlock block : RECORDING.subList(blocks, RECORDING.size())) {
            feed(block);
        }
        all.addAll(events());
        return all;
    }

    private List<KeyedRecord> written(String topic) {
        return operator.extractOutputValues().stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    private List<TimingEvent> events() {
        return written(Topics.TIMING_EVENTS).stream().map(TimingFunctionTest::event).toList();
    }

    private List<String> ids() {
        return events().stream().map(TimingEvent::eventId).toList();
    }

    private List<TimingEvent> laps(String entry) {
        return events().stream()
                .filter(TimingEvent.LapCompleted.class::isInstance)
                .filter(event -> event.entry().toString().equals(entry))
                .toList();
    }

    private List<DeadLetter> letters() {
        Codec<DeadLetter> codec = TestSchemas.SCHEMAS.deadLetterCodec();
        return written(Topics.DEAD_LETTERS).stream().map(r -> codec.decode(r.value())).toList();
    }

    private static TimingEvent event(KeyedRecord record) {
        return TestSchemas.SCHEMAS.timingEventCodec().decode(record.value());
    }

    /** Stands for a chained sink whose earlier write has failed. */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
    private static final class BeforeABrokenSink
            extends KeyedProcessFunction<String, BlockRecord, KeyedRecord> {
        private static final long serialVersionUID = 1L;

        private final TimingFunction function;
        private transient BrokenSink sink;

        BeforeABrokenSink(TimingFunction function) {
            this.function = function;
        }

        @Override
        public void open(OpenContext context) {
            function.setRuntimeContext(getRuntimeContext());
            function.open(context);
            sink = new BrokenSink();
        }

        @Override
        public void processElement(BlockRecord found, Context context, Collector<KeyedRecord> out)
                throws Exception {
            function.processElement(found, context, sink);
        }
    }

    /** Tells of its failure once, as Kafka's writer does. */
    private static final class BrokenSink implements Collector<KeyedRecord> {
        private boolean told;

        @Override
        public void collect(KeyedRecord element) {
            if (!told) {
                told = true;
                throw new IllegalStateException("the log is out of reach");
            }
        }

        @Override
        public void close() {}
    }

    /** Stands for anything that throws on the way from a block to its events. */
    private static final class FailingEventCodec implements Codec<TimingEvent> {
        @Override
        public byte[] encode(TimingEvent value) {
            throw new IllegalStateException("no such event");
        }

        @Override
        public TimingEvent decode(byte[] bytes) {
            throw new IllegalStateException("no such event");
        }
    }
}
