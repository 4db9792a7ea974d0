package dev.vitalcore.sql;

import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * What an SQLite error means to the platform. SQLite tells errors apart by its result code alone;
 * the SQLState is null. The lowest byte is the primary code ({@code sqlite.org/rescode.html}).
 */
final class SqliteFaults {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int NOT_A_DATABASE = 26;

    private SqliteFaults() {}

    static Fault of(SQLException e, Path file) {
        String told = " (" + e.getMessage() + ")";
        return switch (e.getErrorCode() & 0xff) {
            case CONSTRAINT ->
                    Fault.conflict(
                            "sql-constraint",
                            "the change contradicts what is kept" + told,
                            "read the present state and decide again",
                            e);
            case FULL ->
                    Fault.unavailable(
                            "disk-full",
                            "no space is left for database " + file + told,
                            "free disk space; nothing that was confirmed is lost",
                            e);
            case BUSY, LOCKED ->
                    Fault.unavailable(
                            "sql-busy",
                            "another process is writing to database " + file + told,
                            "stop the other process, or try again",
                            e);
            case IO_ERROR, CANNOT_OPEN ->
                    Fault.unavailable(
                            "sql-io",
                            "database " + file + " cannot be read or written" + told,
                            "check that it is a file, its permissions, and the disk",
                            e);
            case CORRUPT ->
                    Fault.unavailable(
                            "sql-damaged",
                            "database " + file + " is damaged" + told,
                            "restore it from a backup; keep the damaged file",
                            e);
            case NOT_A_DATABASE ->
                    Fault.user(
                            "not-a-database",
                            file + " is not an SQLite database" + told,
                            "move the file away or choose another data directory",
                            e);
            default ->
                    Fault.internal(
                            "sql-failed",
                            "a statement failed on database " + file + told,
                            "report this as a bug",
                            e);
        };
    }

    static Fault closed(Path file) {
        return Fault.unavailable(
                "sql-closed", "database " + file + " is closed", "start the platform again");
    }
}
