package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.sql.SqlDialect;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names that tables of a projection have in one generation of it. For the length of the call it
 * is given to, and for its thread.
 */
public final class Tables {
    private final int generation;
    private final int schemaVersion;
    private final SqlDialect dialect;
    private final Set<String> named = new LinkedHashSet<>();

    Tables(int generation, int schemaVersion, SqlDialect dialect) {
        this.generation = generation;
        this.schemaVersion = schemaVersion;
        this.dialect = dialect;
    }

    /**
     * For example {@code session_board_g3} for {@code session_board}. Tables of all projections in
     * a database have different names.
     *
     * @param table a constant of the program: 1 to 48 characters of a-z, 0-9 and '_'
     */
    public String name(String table) {
        String name = Names.requireTable(table) + "_g" + generation;
        named.add(name);
        return name;
    }

    /** A name for an index, in the same way; it goes with its table. */
    public String index(String index) {
        return Names.requireTable(index) + "_g" + generation;
    }

    /** The version of {@link Projection#schemaVersion()} that made the tables. */
    public int schemaVersion() {
        return schemaVersion;
    }

    /** What statements must be written in. */
    public SqlDialect dialect() {
        return dialect;
    }

    /** The names of tables that were asked for. */
    Set<String> named() {
        return Set.copyOf(named);
    }
}
