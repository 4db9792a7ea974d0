package dev.vitalcore.platform.table;

import java.io.IOException;
import java.io.OutputStream;

/** A file format for tables of samples. Used by many threads. */
public interface TableFormat {
    /** Of file names, without the dot. */
    String ending();

    /** As in Content-Type. */
    String mediaType();

    /**
     * Whether readers go by the rate that the file states, so that rows without any value must be
     * there, too.
     */
    default boolean wantsBlankRows() {
        return false;
    }

    /**
     * Begins a table.
     *
     * @param out takes the bytes as they arise; not closed by the writer
     */
    TableWriter begin(TableHeading heading, OutputStream out) throws IOException;
}
