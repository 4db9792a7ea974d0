package dev.vitalcore.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Leaves one message out of the log: on a busy machine the broker's controller complains that a
 * heartbeat of its own broker came late, and goes on. Whether the log takes blocks is our own
 * check. Named in {@code logback.xml}.
 */
public final class ComplaintFilter extends TurboFilter {
    static final String CONTROLLER = "org.apache.kafka.controller.ReplicationControlManager";

    /** Kafka sets the name of the node before it. */
    private static final String COMPLAINT = "Timed out heartbeat from broker";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        return format != null && logger.getName().equals(CONTROLLER) && format.contains(COMPLAINT)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
