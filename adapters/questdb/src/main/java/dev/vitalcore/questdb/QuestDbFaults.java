package dev.vitalcore.questdb;

import dev.vitalcore.kernel.Fault;
import io.questdb.cairo.CairoException;
import io.questdb.cairo.ErrorTag;
import java.nio.file.Path;

/**
 * What a failure of the engine means to the platform. The engine reuses one exception object a
 * thread and rewrites its message, so it is never kept as a cause: its text is copied.
 */
final class QuestDbFaults {
    private QuestDbFaults() {}

    static Fault of(Throwable failure, Path directory) {
        String told = " (" + failure.getMessage() + ")";
        if (failure instanceof CairoException e && e.getErrno() > 0) {
            return of(ErrorTag.resolveTag(e.getErrno()), directory, told);
        }
        return Fault.internal(
                "series-failed",
                "the time series store in " + directory + " failed" + told,
                "report this as a bug",
                new IllegalStateException(failure.getClass().getName() + told));
    }

    private static Fault of(ErrorTag tag, Path directory, String told) {
        return switch (tag) {
            case DISK_FULL ->
                    Fault.unavailable(
                            "disk-full",
                            "no space is left for the time series in " + directory + told,
                            "free disk space; nothing that was confirmed is lost");
            case TOO_MANY_OPEN_FILES, OUT_OF_MMAP_AREAS, OUT_OF_MEMORY ->
                    Fault.unavailable(
                            "series-limits",
                            "the operating system gives the time series store no more files or"
                                    + " memory"
                                    + told,
                            "raise 'ulimit -n' and vm.max_map_count");
            case NONE, UNSUPPORTED_FILE_SYSTEM ->
                    Fault.unavailable(
                            "series-io",
                            "the time series in " + directory + " cannot be read or written" + told,
                            "check the directory, its permissions, and the disk");
        };
    }

    /** The engine says of a held lock only that it could not be taken. */
    static Fault opening(Throwable failure, Path directory) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("cannot lock table name registry")) {
            return Fault.unavailable(
                    "series-locked",
                    "the time series in " + directory + " are in use by another process",
                    "stop the other process or choose another data directory");
        }
        return of(failure, directory);
    }

    static Fault closed(Path directory) {
        return Fault.unavailable(
                "series-closed",
                "the time series store in " + directory + " is closed",
                "start the platform again");
    }
}
