package dev.vitalcore.app.command;

import dev.vitalcore.app.Count;
import dev.vitalcore.kernel.SessionId;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a user who stops a feed (Ctrl-C) what became of it; in force until it is closed. */
final class StopNotice implements LongConsumer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopNotice.class);

    private final Thread whenProcessEnds;
    private volatile long sent;
    private volatile String job = "";

    private StopNotice(Optional<SessionId> session, Progress progress) {
        whenProcessEnds = new Thread(() -> progress.say(text(session)), "stop-notice");
    }

    /**
     * @param session where it is known; else the job tells
     */
    static StopNotice inForce(Optional<SessionId> session, Progress progress) {
        StopNotice notice = new StopNotice(session, progress);
        Runtime.getRuntime().addShutdownHook(notice.whenProcessEnds);
        return notice;
    }

    /**
     * @param samples that the platform has acknowledged
     */
    @Override
    public void accept(long samples) {
        sent = samples;
    }

    /** It can be resumed under this name. */
    void resumable(String name) {
        job = name;
    }

    long sent() {
        return sent;
    }

    /**
     * A source is named after its content and numbers its blocks, so that a repeat adds nothing.
     */
    private String text(Optional<SessionId> session) {
        String stopped =
                "stopped: %s%s were sent and stay. "
                        .formatted(
                                Count.of(sent, "sample"),
                                session.map(name -> " of session " + name).orElse(""));
        return stopped
                + (job.isEmpty()
                        ? "The same command starts again and adds only what is missing ('import': at"
                                + " once); --session NAME makes a new session"
                        : "Go on with: vitalcore import --resume " + job);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenProcessEnds);
        } catch (IllegalStateException processEnds) {
            LOG.atDebug().log("the process ends; the notice is given");
        }
    }
}
