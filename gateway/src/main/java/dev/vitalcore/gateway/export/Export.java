package dev.vitalcore.gateway.export;

import dev.vitalcore.platform.table.TableFormat;
import dev.vitalcore.platform.table.TableHeading;
import dev.vitalcore.platform.table.TableWriter;
import dev.vitalcore.telemetry.application.SampleTable;
import dev.vitalcore.telemetry.application.SeriesQueries;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What is to be exported: the table of one car as a file, those of several as a ZIP archive of
 * files. Everything that can be refused was refused before there is one.
 *
 * @param name of the file, without its ending
 * @param series from which the tables are read
 */
public record Export(String name, TableFormat format, List<CarTable> cars, SeriesQueries series) {
    public Export {
        if (cars.isEmpty()) {
            throw new IllegalArgumentException("an export of no car");
        }
        cars = List.copyOf(cars);
    }

    /** The samples of one car and what is said of them. */
    public record CarTable(TableHeading heading, SampleTable table) {}

    public String fileName() {
        return name + "." + (inZip() ? "zip" : format.ending());
    }

    public String mediaType() {
        return inZip() ? "application/zip" : format.mediaType();
    }

    /**
     * Writes everything as it is read, in the calling thread.
     *
     * @throws IOException when the receiver is gone
     */
    public void write(OutputStream out) throws IOException {
        if (inZip()) {
            writeZip(out);
        } else {
            write(cars.getFirst(), out);
        }
        out.flush();
    }

    private boolean inZip() {
        return cars.size() > 1;
    }

    private void writeZip(OutputStream out) throws IOException {
        // Left open where a table fails: closing it would make a broken archive look whole.
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        for (CarTable car : cars) {
            String entry = car.heading().subject().entry().car();
            zip.putNextEntry(new ZipEntry(name + "-" + entry + "." + format.ending()));
            write(car, new EntryStream(zip));
            zip.closeEntry();
        }
        zip.finish();
    }

    private void write(CarTable car, OutputStream out) throws IOException {
        TableWriter writer = format.begin(car.heading(), out);
        series.table(car.table(), writer::write);
        writer.finish();
    }

    /** Does not push each small piece through the compressor to the receiver. */
    private static final class EntryStream extends FilterOutputStream {
        EntryStream(OutputStream zip) {
            super(zip);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {}
    }
}
