package dev.vitalcore.platform.projection;

/**
 * One set of tables of a projection, built from position 0.
 *
 * @param number from 1; a later one is newer
 * @param schemaVersion of the projection that made the tables
 * @param position the last event of the store that is in them or was passed by or parked
 */
public record Generation(int number, int schemaVersion, State state, long position) {
    /** What it is used for. */
    public enum State {
        /** Is being built; nobody reads it. */
        BUILDING,
        /** Queries are answered from it. */
        LIVE,
        /** Was live; is dropped as soon as the queries that began before the switch are done. */
        OLD
    }

    Generation at(long newPosition) {
        return new Generation(number, schemaVersion, state, newPosition);
    }
}
