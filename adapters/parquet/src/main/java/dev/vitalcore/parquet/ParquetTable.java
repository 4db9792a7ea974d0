package dev.vitalcore.parquet;

import dev.vitalcore.platform.table.TableHeading;
import dev.vitalcore.platform.table.TableRows;
import dev.vitalcore.platform.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** A Parquet file that goes out one row group after the other. */
final class ParquetTable implements TableWriter {
    /** What is held in memory until it is written; readers take a group at a time. */
    private static final long ROW_GROUP_BYTES = 16L * 1024 * 1024;

    private static final int PAGE_BYTES = 256 * 1024;

    private final ParquetWriter<RowAt> rows;
    private final RowAt row = new RowAt();

    ParquetTable(TableHeading heading, OutputStream out) throws IOException {
        rows =
                new Builder(new StreamedFile(out), new RowSupport(heading))
                        .withConf(new PlainParquetConfiguration())
                        .withCompressionCodec(CompressionCodecName.ZSTD)
                        .withCodecFactory(new ZstdCodec())
                        .withRowGroupSize(ROW_GROUP_BYTES)
                        .withPageSize(PAGE_BYTES)
                        // The values of sensors hardly repeat, so a dictionary only costs.
                        .withDictionaryEncoding(false)
                        .withByteStreamSplitEncoding(true)
                        .build();
    }

    @Override
    public void write(TableRows part) throws IOException {
        row.rows = part;
        for (row.number = 0; row.number < part.count(); row.number++) {
            rows.write(row);
        }
    }

    @Override
    public void finish() throws IOException {
        rows.close();
    }

    /** A place in the rows; one object for all of them. */
    static final class RowAt {
        TableRows rows = new TableRows(new long[0], new double[0][]);
        int number;
    }

    private static final class Builder extends ParquetWriter.Builder<RowAt, Builder> {
        private final RowSupport support;

        Builder(OutputFile file, RowSupport support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Called by Hadoop's users only. */
        @Override
        @Deprecated
        protected WriteSupport<RowAt> getWriteSupport(Configuration hadoop) {
            return support;
        }

        @Override
        protected WriteSupport<RowAt> getWriteSupport(ParquetConfiguration plain) {
            return support;
        }
    }
}
