package dev.vitalcore.app.demo;

import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands to race control one after the other, on a thread of its own, so that the feed of
 * the cars does not wait for decisions. A command that is refused is logged, and the next one sent.
 */
final class CommandDesk implements RaceDirector.Office, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    /** Commands that may wait; with more the feed waits. */
    private static final int WAITING = 1_000;

    private static final long STOP_LIMIT_MS = 5_000;

    private final SessionId session;
    private final BlockingQueue<Map<String, Object>> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;

    private CommandDesk(URI server, SessionId session) {
        this.session = session;
        this.thread = Thread.ofPlatform().name("race-director").unstarted(() -> send(server));
    }

    static CommandDesk open(URI server, SessionId session) {
        CommandDesk desk = new CommandDesk(server, session);
        desk.thread.start();
        return desk;
    }

    @Override
    public void order(String command, long atNanos, Map<String, Object> fields) {
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put("command", command);
        body.put("who", "simulated race director");
        body.put("at", EpochNanos.toInstant(atNanos).toString());
        try {
            waiting.put(body);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_LIMIT_MS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(URI server) {
        try (PlatformClient platform = new PlatformClient(server)) {
            int number = 0;
            while (!Thread.currentThread().isInterrupted()) {
                number++;
                send(platform, "director-" + number, waiting.take());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** With telemetry, timing and room on the disk; the commands behind it wait. */
    private void open(PlatformClient platform, String key, Map<String, Object> command) {
        Map<String, Object> body = new LinkedHashMap<>(command);
        body.remove("command");
        platform.open(session, key, body);
    }

    private void send(PlatformClient platform, String key, Map<String, Object> body) {
        try {
            if (RaceDirector.OPEN.equals(body.get("command"))) {
                open(platform, key, body);
            } else {
                platform.command(session, key, body);
            }
        } catch (Fault refused) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.atWarn()
                        .addKeyValue("sessionId", session)
                        .addKeyValue("command", body.get("command"))
                        .addKeyValue("code", refused.code())
                        .addKeyValue("reason", refused.text())
                        .log("race control refused a command of the simulated race");
            }
        }
    }
}
