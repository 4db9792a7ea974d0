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
     * Begins a table.
     *
     * @param out takes the bytes as they arise; not closed by the writer
     */
    TableWriter begin(TableHeading heading, OutputStream out) throws IOException;
}
