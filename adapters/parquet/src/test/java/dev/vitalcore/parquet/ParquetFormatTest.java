package dev.vitalcore.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.table.TableHeading;
import dev.vitalcore.platform.table.TableRows;
import dev.vitalcore.platform.table.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Read back with Hardwood, which shares no code with the writer. */
class ParquetFormatTest {
    private static final long START = 1_780_000_000_123_456_789L;
    private static final TableHeading HEADING =
            new TableHeading(
                    new TableHeading.Subject(
                            EntryId.parse("fp1/11a"),
                            "Road \"A\", wet",
                            Optional.of("Nürburg"),
                            Optional.of("Ada"),
                            Optional.empty()),
                    new TableHeading.Span(
                            START, START, START + 1_000_000_000, OptionalInt.of(3), List.of()),
                    OptionalDouble.of(100),
                    List.of(
                            channel("latitude", Unit.DEGREE, Precision.DOUBLE),
                            channel("speed", Unit.KILOMETRE_PER_HOUR, Precision.SINGLE),
                            channel("time", Unit.SECOND, Precision.SINGLE)));

    @Test
    void keepsTimesToTheNanosecondValuesAndBlanks() throws IOException {
        byte[] file =
                written(
                        new TableRows(
                                new long[] {START, START + 1},
                                new double[][] {{50.12345678901, Double.NaN}, {201.5, 0}, {1, 2}}),
                        new TableRows(
                                new long[] {START + 10_000_000},
                                new double[][] {{-0.5}, {Double.NaN}, {3}}));

        try (ParquetFileReader reader = open(file);
                RowReader rows = reader.rowReader()) {
            assertThat(reader.getFileMetaData().numRows()).isEqualTo(3);
            rows.next();
            assertThat(rows.getTimestamp("time")).isEqualTo(Instant.ofEpochSecond(0, START));
            assertThat(rows.getDouble("latitude")).isEqualTo(50.12345678901);
            assertThat(rows.getFloat("speed")).isEqualTo(201.5f);
            assertThat(rows.getFloat("channel_time")).isEqualTo(1);
            rows.next();
            assertThat(rows.getTimestamp("time")).isEqualTo(Instant.ofEpochSecond(0, START + 1));
            assertThat(rows.isNull("latitude")).isTrue();
            assertThat(rows.getFloat("speed")).isEqualTo(0);
            rows.next();
            assertThat(rows.getDouble("latitude")).isEqualTo(-0.5);
            assertThat(rows.isNull("speed")).isTrue();
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void saysWhoseSamplesTheyAreAndInWhichUnits() throws IOException {
        byte[] file = written();

        try (ParquetFileReader reader = open(file)) {
            assertThat(reader.getFileMetaData().numRows()).isZero();
            assertThat(reader.getFileMetaData().keyValueMetadata())
                    .containsEntry("session", "fp1")
                    .containsEntry("session.title", "Road \"A\", wet")
                    .containsEntry("session.start", "2026-05-28T20:26:40.123456789Z")
                    .containsEntry("car", "11a")
                    .containsEntry("driver", "Ada")
                    .containsEntry("track", "Nürburg")
                    .containsEntry("lap", "3")
                    .containsEntry("rate_hz", "100.0")
                    .containsEntry("unit.latitude", "deg")
                    .containsEntry("unit.speed", "km/h")
                    .doesNotContainKey("vehicle");
            assertThat(reader.getFileSchema().getColumn("latitude").type())
                    .isEqualTo(PhysicalType.DOUBLE);
            assertThat(reader.getFileSchema().getColumn("speed").type())
                    .isEqualTo(PhysicalType.FLOAT);
        }
    }

    @Test
    void goesOutGroupByGroupAndIsCompressed() throws IOException {
        int count = 250_000;
        CountingStream out = new CountingStream();
        TableWriter writer = new ParquetFormat().begin(HEADING, out);
        long beforeTheEnd = 0;
        for (int part = 0; part < 10; part++) {
            writer.write(sines(part, count));
            beforeTheEnd = out.size();
        }
        writer.finish();

        assertThat(beforeTheEnd).isGreaterThan(out.size() / 2);
        assertThat(out.closed).isFalse();
        try (ParquetFileReader reader = open(out.toByteArray())) {
            assertThat(reader.getFileMetaData().numRows()).isEqualTo(10L * count);
            assertThat(reader.getFileMetaData().rowGroups()).hasSizeGreaterThan(1);
            assertThat((long) out.size()).isLessThan(10L * count * (8 + 8 + 4 + 4));
        }
    }

    @Test
    void passesOnThatTheReceiverIsGone() throws IOException {
        OutputStream gone =
                new OutputStream() {
                    private int left = 1000;

                    @Override
                    public void write(int one) throws IOException {
                        if (--left < 0) {
                            throw new IOException("gone");
                        }
                    }
                };
        TableWriter writer = new ParquetFormat().begin(HEADING, gone);

        assertThatThrownBy(
                        () -> {
                            writer.write(sines(0, 250_000));
                            writer.finish();
                        })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
    }

    private static TableRows sines(int part, int count) {
        long[] times = new long[count];
        double[][] values = new double[3][count];
        for (int row = 0; row < count; row++) {
            long number = (long) part * count + row;
            times[row] = START + number * 10_000_000;
            values[0][row] = Math.sin(number * 1e-3);
            values[1][row] = Math.cos(number * 1e-3);
            values[2][row] = number;
        }
        return new TableRows(times, values);
    }

    private static byte[] written(TableRows... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = new ParquetFormat().begin(HEADING, out);
        for (TableRows part : parts) {
            writer.write(part);
        }
        writer.finish();
        return out.toByteArray();
    }

    private static ParquetFileReader open(byte[] file) throws IOException {
        return ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
    }

    private static ChannelSpec channel(String name, Unit unit, Precision precision) {
        return new ChannelSpec(name, name, unit, unit.symbol(), precision);
    }

    private static final class CountingStream extends ByteArrayOutputStream {
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }
}
