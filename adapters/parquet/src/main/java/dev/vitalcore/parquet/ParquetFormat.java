package dev.vitalcore.parquet;

import dev.vitalcore.platform.table.TableFormat;
import dev.vitalcore.platform.table.TableHeading;
import dev.vitalcore.platform.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Parquet, compressed with Zstandard: a column {@code time} (nanoseconds, UTC) and one for each
 * channel. Units are in the metadata of the file, as {@code unit.<channel>}.
 */
public final class ParquetFormat implements TableFormat {
    @Override
    public String ending() {
        return "parquet";
    }

    @Override
    public String mediaType() {
        return "application/vnd.apache.parquet";
    }

    @Override
    public TableWriter begin(TableHeading heading, OutputStream out) throws IOException {
        return new ParquetTable(heading, out);
    }
}
