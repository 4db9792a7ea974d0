package dev.vitalcore.streams;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;

/**
 * Knows when the state of the entry in hand may go.
 *
 * <pre>
 *   no state ──first block──▶ alive, one timer pending ──timer, retention over──▶ no state
 *                              ▲                    │
 *                              └──timer, not over───┘ the next timer
 * </pre>
 *
 * Exactly one timer is pending while there is state; blocks only note the time, which keeps timers
 * off the hot path. Therefore state may outstay the end of its last source by up to twice {@link
 * StateRetention#afterEnd}.
 */
final class EntryLife {
    private final StateRetention retention;

    /** By source: whether its last block was seen. */
    private final MapState<String, Boolean> ended;

    private final ValueState<Long> lastBlock;

    EntryLife(RuntimeContext context, StateRetention retention) {
        this.retention = retention;
        ended =
                context.getMapState(
                        new MapStateDescriptor<>("sources-ended", String.class, Boolean.class));
        lastBlock = context.getState(new ValueStateDescriptor<>("last-block-millis", Long.class));
    }

    void blockSeen(String source, boolean last, TimerService timers) throws Exception {
        long now = timers.currentProcessingTime();
        if (lastBlock.value() == null) {
            timers.registerProcessingTimeTimer(now + retention.afterEnd().toMillis());
        }
        lastBlock.update(now);
        // A late block after the last one does not open the source again.
        if (last || !ended.contains(source)) {
            ended.put(source, last);
        }
    }

    /** To be asked when the timer fires; sets the next timer where the entry lives on. */
    boolean isOver(long now, TimerService timers) throws Exception {
        boolean allEnded = allEnded();
        long kept = (allEnded ? retention.afterEnd() : retention.afterSilence()).toMillis();
        long over = lastBlock.value() + kept;
        if (over <= now) {
            return true;
        }
        // An open source may end at any time, so its entry is looked at more often than it expires.
        long next = allEnded ? over : Math.min(over, now + retention.afterEnd().toMillis());
        timers.registerProcessingTimeTimer(next);
        return false;
    }

    void clear() {
        ended.clear();
        lastBlock.clear();
    }

    private boolean allEnded() throws Exception {
        for (boolean one : ended.values()) {
            if (!one) {
                return false;
            }
        }
        return true;
    }
}
