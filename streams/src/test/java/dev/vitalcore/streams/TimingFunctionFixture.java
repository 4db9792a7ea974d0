package dev.vitalcore.streams;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The function in an operator of Flink, with the clock in the hand of the test. */
abstract class TimingFunctionFixture {
    static final StateRetention RETENTION =
            new StateRetention(Duration.ofHours(1), Duration.ofHours(5));
    static final List<TelemetryBlock> RECORDING = TestBlocks.recording("logger", "race/7", 20);

    KeyedOneInputStreamOperatorTestHarness<String, BlockRecord, KeyedRecord> operator;

    @BeforeEach
    void open() throws Exception {
        operator = harness(TimingCodecs.avro(TestSchemas.SCHEMAS));
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    void feed(TelemetryBlock block) throws Exception {
        operator.processElement(TestBlocks.inLog(block), 0);
    }

    void restart(OperatorSubtaskState snapshot) throws Exception {
        restart(harness(TimingCodecs.avro(TestSchemas.SCHEMAS)), snapshot);
    }

    void restart(
            KeyedOneInputStreamOperatorTestHarness<String, BlockRecord, KeyedRecord> next,
            OperatorSubtaskState snapshot)
            throws Exception {
        operator.close();
        operator = next;
        if (snapshot != null) {
            operator.initializeState(snapshot);
        }
        operator.open();
    }

    static KeyedOneInputStreamOperatorTestHarness<String, BlockRecord, KeyedRecord> harness(
            TimingCodecs codecs) throws Exception {
        return harness(new TimingFunction(codecs, RETENTION));
    }

    static KeyedOneInputStreamOperatorTestHarness<String, BlockRecord, KeyedRecord> harness(
            KeyedProcessFunction<String, BlockRecord, KeyedRecord> function) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(function), BlockRecord::key, Types.STRING);
    }
}
