package dev.vitalcore.gateway.export;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.table.TableFormat;
import dev.vitalcore.platform.table.TableHeading;
import dev.vitalcore.platform.table.TableRows;
import dev.vitalcore.platform.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * CSV (RFC 4180): {@code time_s} since the session's first sample, {@code utc}, then {@code name
 * [unit]} for each channel. It can be imported again (docs/generic-csv.md).
 */
final class CsvFormat implements TableFormat {
    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public TableWriter begin(TableHeading heading, OutputStream out) throws IOException {
        CsvLine line = new CsvLine(out);
        line.field("time_s").field("utc");
        for (ChannelSpec channel : heading.channels()) {
            line.field(CsvLine.noFormula(title(channel)));
        }
        line.end();
        return new Rows(heading, line);
    }

    private static String title(ChannelSpec channel) {
        String unit = channel.shownUnit();
        return unit.isEmpty() ? channel.name() : channel.name() + " [" + unit + "]";
    }

    private static final class Rows implements TableWriter {
        private static final DateTimeFormatter UTC =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
                        .withZone(ZoneOffset.UTC);

        private final TableHeading heading;
        private final CsvLine line;

        Rows(TableHeading heading, CsvLine line) {
            this.heading = heading;
            this.line = line;
        }

        @Override
        public void write(TableRows rows) throws IOException {
            for (int row = 0; row < rows.count(); row++) {
                long time = rows.times()[row];
                line.seconds(time - heading.span().originNanos());
                line.raw(UTC.format(EpochNanos.toInstant(time)));
                for (int i = 0; i < rows.values().length; i++) {
                    line.number(rows.values()[i][row], isSingle(heading.channels().get(i)));
                }
                line.end();
            }
        }

        @Override
        public void finish() throws IOException {
            line.flush();
        }
    }

    static boolean isSingle(ChannelSpec channel) {
        return channel.precision() == ChannelSpec.Precision.SINGLE;
    }
}
