package dev.vitalcore.sql;

import dev.vitalcore.kernel.Fault;
import java.sql.SQLException;

/**
 * What a PostgreSQL error means to the platform, by its SQLSTATE (PostgreSQL documentation,
 * appendix A). Messages of the server name roles and databases, never passwords.
 */
final class PostgresFaults {
    private PostgresFaults() {}

    static Fault of(SQLException e, String where) {
        String told = " (" + e.getMessage() + ")";
        return switch (state(e)) {
            case "55P03", "40001", "40P01" ->
                    Fault.unavailable(
                            "sql-busy",
                            "another process holds " + where + " for writing" + told,
                            "try again; stop the other process if it hangs",
                            e);
            case "57014" ->
                    Fault.unavailable(
                            "sql-timeout",
                            "a statement took too long on " + where + told,
                            "try again; look at the load of the server",
                            e);
            case "53100" ->
                    Fault.unavailable(
                            "disk-full",
                            "no space is left on the server of " + where + told,
                            "free disk space; nothing that was confirmed is lost",
                            e);
            case "3D000" ->
                    Fault.user(
                            "sql-no-database",
                            "there is no database at " + where + told,
                            "make it: CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0",
                            e);
            default -> byClass(e, where, told);
        };
    }

    /** Whether the connection is gone, and most likely the others to the same server with it. */
    static boolean isLoss(SQLException e) {
        return state(e).startsWith("08") || state(e).startsWith("57P") || state(e).equals("25P03");
    }

    private static Fault byClass(SQLException e, String where, String told) {
        if (isLoss(e)) {
            return Fault.unavailable(
                    "sql-connection",
                    "the connection to " + where + " failed" + told,
                    "check that the server runs and can be reached; the next call connects again",
                    e);
        }
        return switch (state(e).substring(0, 2)) {
            case "23" ->
                    Fault.conflict(
                            "sql-constraint",
                            "the change contradicts what is kept" + told,
                            "read the present state and decide again",
                            e);
            case "22" ->
                    Fault.user(
                            "sql-value",
                            "a value cannot be kept at " + where + told,
                            "leave out what the server cannot keep, such as the character NUL in text",
                            e);
            case "28" ->
                    Fault.user(
                            "sql-refused",
                            "the server refuses " + where + told,
                            "check user, password file and pg_hba.conf",
                            e);
            case "53", "58" ->
                    Fault.unavailable(
                            "sql-server",
                            "the server of " + where + " lacks what it needs" + told,
                            "look at its log, its connections, memory and disk",
                            e);
            case "XX" ->
                    Fault.unavailable(
                            "sql-damaged",
                            "the server of " + where + " reports damage" + told,
                            "look at its log; restore from a backup if data is damaged",
                            e);
            default ->
                    Fault.internal(
                            "sql-failed",
                            "a statement failed on " + where + told,
                            "report this as a bug",
                            e);
        };
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null || e.getSQLState().length() != 5 ? "?????" : e.getSQLState();
    }
}
