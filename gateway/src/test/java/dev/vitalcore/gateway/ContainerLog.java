package dev.vitalcore.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What Tomcat complains of while this is open. */
final class ContainerLog extends Handler implements AutoCloseable {
    /** Held, since the log manager does not. */
    private final Logger root = Logger.getLogger("");

    private final List<String> failures = new CopyOnWriteArrayList<>();

    ContainerLog() {
        root.addHandler(this);
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            failures.add(record.getLoggerName() + ": " + record.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
