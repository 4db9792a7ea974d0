package dev.vitalcore.streams;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.timing.domain.EntryTiming;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Holds the timing of each entry and feeds it the entry's blocks in the order of the log. A block
 * that cannot be used leaves as a dead letter; nothing in a block stops the job.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
final class TimingFunction extends KeyedProcessFunction<String, BlockRecord, KeyedRecord> {
    private static final long serialVersionUID = 1L;

    private final TimingCodecs codecs;
    private final StateRetention retention;

    private transient Codec<TelemetryBlock> blocks;
    private transient Codec<TimingEvent> events;
    private transient DeadLetterWriter deadLetters;
    private transient Counter buried;
    private transient ValueState<EntryTiming> timing;
    private transient EntryLife life;

    TimingFunction(TimingCodecs codecs, StateRetention retention) {
        this.codecs = codecs;
        this.retention = retention;
    }

    @Override
    public void open(OpenContext context) {
        blocks = codecs.blocks().get();
        events = codecs.events().get();
        deadLetters = new DeadLetterWriter(codecs.deadLetters().get());
        buried = getRuntimeContext().getMetricGroup().counter("deadLetters");
        timing =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>("timing", new EntryTimingSerializer()));
        life = new EntryLife(getRuntimeContext(), retention);
    }

    @Override
    public void processElement(BlockRecord found, Context context, Collector<KeyedRecord> out)
            throws Exception {
        TelemetryBlock block;
        try {
            block = blocks.decode(found.value());
        } catch (RuntimeException failure) {
            bury(deadLetters.undecodable(found, failure), out);
            return;
        }
        if (!block.entry().toString().equals(found.key())) {
            bury(deadLetters.wrongKey(found, block), out);
            return;
        }
        if (block.entry().isTrackside()) {
            return; // the circuit drives no laps
        }
        life.blockSeen(block.source().value(), block.last(), context.timerService());
        List<KeyedRecord> stated;
        try {
            stated = advance(block);
        } catch (RuntimeException failure) {
            bury(deadLetters.timingFailed(found, block, failure), out);
            return;
        }
        // Not in the try: what the sink throws is no fault of the block, and must stop the job.
        stated.forEach(out::collect);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<KeyedRecord> out)
            throws Exception {
        if (life.isOver(timestamp, context.timerService())) {
            timing.clear();
            life.clear();
        }
    }

    /**
     * Where timing throws, the entry goes on with what timing holds then. Going back to the state
     * before the block would take a copy of it for each block.
     */
    private List<KeyedRecord> advance(TelemetryBlock block) throws IOException {
        EntryTiming known = timing.value();
        EntryTiming entry = known == null ? new EntryTiming() : known;
        timing.update(entry);
        List<KeyedRecord> stated = new ArrayList<>();
        for (TimingEvent event : entry.accept(block)) {
            stated.add(
                    new KeyedRecord(
                            Topics.TIMING_EVENTS, event.entry().toString(), events.encode(event)));
        }
        return stated;
    }

    private void bury(KeyedRecord letter, Collector<KeyedRecord> out) {
        buried.inc();
        out.collect(letter);
    }
}
