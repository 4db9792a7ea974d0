package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.TopicSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SpaceGuardedLogTest {
    private static final long LEAST = 256L << 20;

    private final AtomicLong free = new AtomicLong(LEAST);
    private final AppendedKeys appended = new AppendedKeys();
    private final SpaceGuardedLog log =
            new SpaceGuardedLog(appended, Path.of("/race/data"), free::get, LEAST);

    @Test
    void appendsWhileThereIsRoom() {
        assertThat(append("a")).isCompleted();

        assertThat(appended.keys).containsExactly("a");
    }

    @Test
    void refusesToAppendToADiskThatIsNearlyFull() {
        free.set(LEAST - 1);

        assertThat(append("a"))
                .isCompletedExceptionally()
                .failsWithin(java.time.Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
                            assertThat(fault.code()).isEqualTo("disk-full");
                            assertThat(fault.text()).contains("255 MiB", "/race/data");
                            assertThat(fault.remedy()).contains("256 MiB");
                        });
        assertThat(appended.keys).isEmpty();
    }

    @Test
    void appendsAgainWhenRoomWasMade() {
        free.set(0);
        assertThat(append("a")).isCompletedExceptionally();
        free.set(LEAST);

        assertThat(append("b")).isCompleted();

        assertThat(appended.keys).containsExactly("b");
    }

    private CompletableFuture<LogPosition> append(String key) {
        return log.append("blocks", key, new byte[] {1}).toCompletableFuture();
    }

    /** Remembers the keys of what was appended. */
    private static final class AppendedKeys implements EventLog {
        private final List<String> keys = new ArrayList<>();

        @Override
        public CompletionStage<LogPosition> append(String topic, String key, byte[] value) {
            keys.add(key);
            return CompletableFuture.completedFuture(new LogPosition(topic, 0, keys.size()));
        }

        @Override
        public void ensureTopic(TopicSpec topic) {
            throw new AssertionError("no topic is asked for");
        }

        @Override
        public Subscription readFrom(
                String topic, Map<Integer, Long> nextOffsets, BatchHandler handler) {
            throw new AssertionError("nothing is read");
        }

        @Override
        public Subscription readNew(String topic, BatchHandler handler) {
            throw new AssertionError("nothing is read");
        }

        @Override
        public String topicId(String topic) {
            return topic;
        }

        @Override
        public Map<Integer, Long> endOffsets(String topic) {
            return Map.of();
        }

        @Override
        public Map<Integer, Long> offsetsFrom(String topic, long recordedNanos) {
            return Map.of();
        }

        @Override
        public void close() {
            keys.clear();
        }
    }
}
