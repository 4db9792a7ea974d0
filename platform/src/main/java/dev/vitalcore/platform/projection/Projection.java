package dev.vitalcore.platform.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * What a context writes to have a view of its events. Called by one thread at a time for each
 * generation, but for two generations at once while the view is rebuilt: it keeps nothing in
 * fields, all it knows is in its tables.
 *
 * @param <E> the events of the context
 */
public interface Projection<E> {
    /** One in a database: 1 to 40 characters of a-z, 0-9 and '-', e.g. {@code session-board}. */
    String name();

    /**
     * From 1. Raised whenever {@link #create} or what {@link #apply} makes of an event changes: the
     * view is then built anew at the next start.
     */
    int schemaVersion();

    /** The categories of the streams it reads; events of others pass it by. */
    Set<String> categories();

    /**
     * Makes the empty tables of a generation, within the transaction that begins it. They are
     * dropped by the names that {@link Tables#name} gave here.
     */
    void create(Connection connection, Tables tables) throws SQLException;

    /**
     * Brings events into the tables, within the transaction that also keeps how far the generation
     * has come; so each event counts once. No clock, no chance, nothing but the tables: the same
     * events give the same view.
     *
     * <p>What it throws is held against the events: the batch is halved until one event is found to
     * be at fault, and that is parked. Only a {@link dev.vitalcore.kernel.Fault} of kind
     * UNAVAILABLE is not.
     *
     * @param events never empty, by position. Where a parked stream is retried they come after
     *     events of other streams with higher positions; within a stream the order always holds
     */
    void apply(Connection connection, Tables tables, List<Seen<E>> events) throws SQLException;

    /**
     * Whether the queries of this program can be answered from tables that another schema version
     * made. Such tables stand still while the new ones are built; where it is false, queries are
     * answered with {@code projection-building} until then.
     */
    default boolean answersFrom(int otherSchemaVersion) {
        return false;
    }
}
