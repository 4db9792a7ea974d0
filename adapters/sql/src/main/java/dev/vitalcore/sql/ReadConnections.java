package dev.vitalcore.sql;

import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A fixed set of read-only connections; a reader that finds none waits for one. */
final class ReadConnections {
    private static final int COUNT = 4;
    private static final int WAIT_SECONDS = 10;

    private final Path file;
    private final BlockingQueue<Connection> idle;
    private volatile boolean closed;

    private ReadConnections(Path file, List<Connection> connections) {
        this.file = file;
        this.idle = new ArrayBlockingQueue<>(connections.size(), true, connections);
    }

    static ReadConnections open(Path file) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        try {
            while (connections.size() < COUNT) {
                connections.add(Connections.openReader(file));
            }
        } catch (SQLException e) {
            for (Connection connection : connections) {
                connection.close();
            }
            throw e;
        }
        return new ReadConnections(file, connections);
    }

    Connection take() {
        if (closed) {
            throw SqliteFaults.closed(file);
        }
        Connection connection = poll();
        if (connection == null) {
            throw closed
                    ? SqliteFaults.closed(file)
                    : Fault.unavailable(
                            "sql-readers-busy",
                            "no read connection to "
                                    + file
                                    + " became free within "
                                    + WAIT_SECONDS
                                    + " s",
                            "try again; look for reads that never end or that nest");
        }
        return connection;
    }

    void giveBack(Connection connection) {
        idle.add(connection);
    }

    /** Closes each connection as its reader gives it back. */
    void close() throws SQLException {
        closed = true;
        for (int i = 0; i < COUNT; i++) {
            Connection connection = poll();
            if (connection != null) {
                connection.close();
            }
        }
    }

    private @Nullable Connection poll() {
        try {
            return idle.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    "sql-interrupted",
                    "interrupted while waiting for a read connection to " + file,
                    "try again",
                    e);
        }
    }
}
