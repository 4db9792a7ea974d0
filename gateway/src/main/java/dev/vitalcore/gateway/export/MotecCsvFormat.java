package dev.vitalcore.gateway.export;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.table.TableFormat;
import dev.vitalcore.platform.table.TableHeading;
import dev.vitalcore.platform.table.TableRows;
import dev.vitalcore.platform.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * A table as MoTeC i2 exports one: a block of facts in quotes, two empty lines, names, units, two
 * empty lines, rows. Time begins at 0 with the table.
 */
final class MotecCsvFormat implements TableFormat {
    /** What i2 calls the channels that tools look for by name. */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry(StandardChannels.SPEED, "Ground Speed"),
                    Map.entry(StandardChannels.ENGINE_SPEED, "Engine RPM"),
                    Map.entry(StandardChannels.THROTTLE, "Throttle Pos"),
                    Map.entry(StandardChannels.BRAKE, "Brake Pos"),
                    Map.entry(StandardChannels.BRAKE_PRESSURE_FRONT, "Brake Pres Front"),
                    Map.entry(StandardChannels.BRAKE_PRESSURE_REAR, "Brake Pres Rear"),
                    Map.entry(StandardChannels.STEERING, "Steered Angle"),
                    Map.entry(StandardChannels.GEAR, "Gear"),
                    Map.entry(StandardChannels.ACCELERATION_LONGITUDINAL, "G Force Long"),
                    Map.entry(StandardChannels.ACCELERATION_LATERAL, "G Force Lat"),
                    Map.entry(StandardChannels.LATITUDE, "GPS Latitude"),
                    Map.entry(StandardChannels.LONGITUDE, "GPS Longitude"),
                    Map.entry(StandardChannels.ALTITUDE, "GPS Altitude"),
                    Map.entry(StandardChannels.HEADING, "GPS Heading"),
                    Map.entry(StandardChannels.LAP_NUMBER, "Lap Number"),
                    Map.entry(StandardChannels.LAP_DISTANCE, "Lap Distance"),
                    Map.entry(StandardChannels.DISTANCE, "Distance"));

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public boolean wantsBlankRows() {
        return true;
    }

    @Override
    public TableWriter begin(TableHeading heading, OutputStream out) throws IOException {
        CsvLine line = new CsvLine(out);
        new MotecHeader(heading).write(line);
        blankLines(line);
        line.quoted("Time");
        for (ChannelSpec channel : heading.channels()) {
            line.quoted(CsvLine.noFormula(NAMES.getOrDefault(channel.name(), channel.name())));
        }
        line.end();
        line.quoted("s");
        for (ChannelSpec channel : heading.channels()) {
            line.quoted(channel.shownUnit());
        }
        line.end();
        blankLines(line);
        return new Rows(heading, line);
    }

    private static void blankLines(CsvLine line) throws IOException {
        line.end();
        line.end();
    }

    private static final class Rows implements TableWriter {
        private final TableHeading heading;
        private final CsvLine line;

        Rows(TableHeading heading, CsvLine line) {
            this.heading = heading;
            this.line = line;
        }

        @Override
        public void write(TableRows rows) throws IOException {
            for (int row = 0; row < rows.count(); row++) {
                line.seconds(rows.times()[row] - heading.span().fromNanos());
                for (int i = 0; i < rows.values().length; i++) {
                    boolean single = CsvFormat.isSingle(heading.channels().get(i));
                    line.number(rows.values()[i][row], single);
                }
                line.end();
            }
        }

        @Override
        public void finish() throws IOException {
            line.flush();
        }
    }

    /** Seconds of the span, without the nanosecond that lets it end behind its last sample. */
    static long durationNanos(TableHeading.Span span) {
        long millis = (span.toNanos() - span.fromNanos()) / EpochNanos.PER_MILLI;
        return millis * EpochNanos.PER_MILLI;
    }
}
