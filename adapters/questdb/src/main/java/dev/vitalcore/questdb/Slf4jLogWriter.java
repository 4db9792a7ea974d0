package dev.vitalcore.questdb;

import io.questdb.log.LogFactory;
import io.questdb.log.LogLevel;
import io.questdb.log.LogRecordUtf8Sink;
import io.questdb.log.LogWriter;
import io.questdb.mp.QueueConsumer;
import io.questdb.mp.RingQueue;
import io.questdb.mp.SCSequence;
import io.questdb.mp.SynchronizedJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Hands the engine's log lines to SLF4J. The engine makes it by the name in {@code
 * vitalcore-questdb-log.conf}, hence public; it runs on the engine's logging thread.
 */
public final class Slf4jLogWriter extends SynchronizedJob implements LogWriter {
    private static final Logger LOG = LoggerFactory.getLogger("questdb");

    private final RingQueue<LogRecordUtf8Sink> ring;
    private final SCSequence sequence;
    private final int levels;
    private final QueueConsumer<LogRecordUtf8Sink> consumer = this::write;

    public Slf4jLogWriter(RingQueue<LogRecordUtf8Sink> ring, SCSequence sequence, int levels) {
        this.ring = ring;
        this.sequence = sequence;
        this.levels = levels;
    }

    @Override
    public void bindProperties(LogFactory factory) {
        // nothing is configured beyond the level
    }

    @Override
    protected boolean runSerially() {
        return sequence.consumeAll(ring, consumer);
    }

    private void write(LogRecordUtf8Sink line) {
        if ((line.getLevel() & levels) != 0) {
            LOG.atLevel(levelOf(line.getLevel()))
                    .addKeyValue("line", line.toString().strip())
                    .log("engine says");
        }
    }

    /** The engine calls its start-up notes 'advisory' and ranks them above errors. */
    private static Level levelOf(int level) {
        if (level == LogLevel.CRITICAL) {
            return Level.ERROR;
        }
        return level == LogLevel.ERROR ? Level.WARN : Level.DEBUG;
    }
}
