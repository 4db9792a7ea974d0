package dev.vitalcore.platform.table;

import java.io.IOException;

/** One table that is being written, in the order of time. Used by one thread. */
public interface TableWriter {
    void write(TableRows rows) throws IOException;

    /** Writes what stands at the end of a table; one that is given up is just left. */
    void finish() throws IOException;
}
