package dev.vitalcore.gateway.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.table.TableFormat;
import dev.vitalcore.platform.table.TableHeading;
import dev.vitalcore.platform.table.TableRows;
import dev.vitalcore.platform.table.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFormatsTest {
    private static final long MS = EpochNanos.PER_MILLI;
    private static final long ORIGIN = EpochNanos.of(Instant.parse("2026-06-01T12:00:00.25Z"));
    private static final long FROM = ORIGIN + 1_500 * MS;
    private static final TableHeading HEADING =
            new TableHeading(
                    new TableHeading.Subject(
                            EntryId.parse("fp1/11a"),
                            "Free \"Practice\", wet\nline",
                            Optional.of("Nürburg"),
                            Optional.of("Ada, L."),
                            Optional.empty()),
                    new TableHeading.Span(
                            ORIGIN,
                            FROM,
                            FROM + 40 * MS + 1,
                            OptionalInt.of(3),
                            List.of(FROM, FROM + 40 * MS)),
                    OptionalDouble.of(50),
                    List.of(
                            channel("latitude", Unit.DEGREE, Precision.DOUBLE),
                            channel("speed", Unit.KILOMETRE_PER_HOUR, Precision.SINGLE),
                            channel("damper, \"left\"", Unit.NONE, Precision.SINGLE)));
    private static final TableRows ROWS =
            new TableRows(
                    new long[] {FROM, FROM + 20 * MS, FROM + 40 * MS + 1},
                    new double[][] {
                        {50.123456789, Double.NaN, -7}, {182.4f, 1e-5f, 0}, {Double.NaN, 2, 1e20}
                    });

    @TempDir private Path directory;

    @Test
    void csvHasNamesWithUnitsAndBlanks() throws IOException {
        assertThat(text(TextFormats.CSV))
                .isEqualTo(
                        """
                        time_s,utc,latitude [deg],speed [km/h],"damper, ""left""\"
                        1.500,2026-06-01T12:00:01.750000000Z,50.123456789,182.4,
                        1.520,2026-06-01T12:00:01.770000000Z,,1.0E-5,2
                        1.540000001,2026-06-01T12:00:01.790000001Z,-7,0,1.0E20
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void csvIsReadAgainAsItWasKept() throws IOException {
        Path file = directory.resolve("11a.csv");
        Files.writeString(file, text(TextFormats.CSV));

        try (Recording recording = Recordings.open(file)) {
            TelemetryBlock block = only(recording);

            assertThat(recording.format()).isEqualTo("generic-csv");
            assertThat(recording.warnings()).isEmpty();
            assertThat(recording.layout().groups().getFirst().channels())
                    .extracting(ChannelSpec::originalName, ChannelSpec::unit)
                    .containsExactly(
                            tuple("latitude", Unit.DEGREE),
                            tuple("speed", Unit.KILOMETRE_PER_HOUR),
                            tuple("damper, \"left\"", Unit.NONE));
            assertThat(block.rows().getFirst().times()).isEqualTo(ROWS.times());
            assertThat(values(block, 0)).containsExactly(50.123456789, Double.NaN, -7);
            assertThat(values(block, 1)).containsExactly(182.4f, 1e-5f, 0);
            assertThat(values(block, 2)).containsExactly(Double.NaN, 2, 1e20f);
        }
    }

    @Test
    void motecCsvHasItsBlockOfFactsNamesAndUnits() throws IOException {
        assertThat(text(TextFormats.MOTEC_CSV))
                .isEqualTo(
                        """
                        "Format","MoTeC CSV File",,,"Workbook",""
                        "Venue","Nürburg",,,"Worksheet",""
                        "Vehicle","",,,"Vehicle Desc","11a"
                        "Driver","Ada, L.",,,"Engine ID",""
                        "Device","VitalCORE"
                        "Comment","",,,"Session","Free ""Practice"", wet line"
                        "Log Date","01/06/2026",,,"Origin Time","0.000","s"
                        "Log Time","12:00:01",,,"Start Time","1.500","s"
                        "Sample Rate","50.000","Hz",,"End Time","1.540","s"
                        "Duration","0.040","s",,"Start Distance",""
                        "Range","Lap 3",,,"End Distance",""
                        "Beacon Markers","0.000 0.040"


                        "Time","GPS Latitude","Ground Speed","damper, ""left""\"
                        "s","deg","km/h",""


                        0.000,50.123456789,182.4,
                        0.020,,1.0E-5,2
                        0.040000001,-7,0,1.0E20
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void strangersNamesAreNoFormulas() throws IOException {
        TableHeading heading =
                new TableHeading(
                        new TableHeading.Subject(
                                EntryId.parse("fp1/11a"),
                                "+1",
                                Optional.of("@SUM(A1)"),
                                Optional.of("=HYPERLINK(\"http://example.com\")"),
                                Optional.of("-2+3")),
                        HEADING.span(),
                        HEADING.rateHz(),
                        List.of(channel("=1*speed", Unit.NONE, Precision.SINGLE)));

        assertThat(text(TextFormats.MOTEC_CSV, heading))
                .contains(
                        "\"Session\",\"'+1\"",
                        "\"Venue\",\"'@SUM(A1)\"",
                        "\"Driver\",\"'=HYPERLINK(",
                        "\"Vehicle\",\"'-2+3\"",
                        "\"'=1*speed\"");
        assertThat(text(TextFormats.CSV, heading)).startsWith("time_s,utc,'=1*speed\r\n");
    }

    /** The generic reader passes over the facts and takes names for what they say. */
    @Test
    void motecCsvIsReadByTheGenericReader() throws IOException {
        Path file = directory.resolve("motec.csv");
        Files.writeString(file, text(TextFormats.MOTEC_CSV));

        try (Recording recording = Recordings.open(file)) {
            TelemetryBlock block = only(recording);

            assertThat(block.rows().getFirst().times()).containsExactly(0, 20 * MS, 40 * MS + 1);
            assertThat(values(block, 1)).containsExactly(182.4f, 1e-5f, 0);
        }
    }

    private static TelemetryBlock only(Recording recording) {
        var blocks =
                recording.blocks(
                        new SourceId("again"), EntryId.parse("again/1"), EpochNanos.PER_SECOND);
        TelemetryBlock block = blocks.next();
        assertThat(blocks.hasNext()).isFalse();
        return block;
    }

    private static double[] values(TelemetryBlock block, int channel) {
        double[] values = new double[block.rows().getFirst().size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = block.rows().getFirst().columns().get(channel).valueAt(row);
        }
        return values;
    }

    private static String text(TableFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = format.begin(HEADING, out);
        writer.write(ROWS);
        writer.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Without rows. */
    private static String text(TableFormat format, TableHeading heading) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.begin(heading, out).finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ChannelSpec channel(String name, Unit unit, Precision precision) {
        return new ChannelSpec(name, name, unit, unit.symbol(), precision);
    }
}
