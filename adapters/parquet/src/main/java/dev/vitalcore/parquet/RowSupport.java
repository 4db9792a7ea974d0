package dev.vitalcore.parquet;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.parquet.ParquetTable.RowAt;
import dev.vitalcore.platform.table.TableHeading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Schema, metadata and rows of a table. */
final class RowSupport extends WriteSupport<RowAt> {
    private static final String TIME = "time";

    private final TableHeading heading;
    private final String[] names;
    private final boolean[] single;
    private @Nullable RecordConsumer consumer;

    RowSupport(TableHeading heading) {
        this.heading = heading;
        List<ChannelSpec> channels = heading.channels();
        names = channels.stream().map(RowSupport::column).toArray(String[]::new);
        single = new boolean[names.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = channels.get(i).precision() == ChannelSpec.Precision.SINGLE;
        }
    }

    /** A channel may be called as the column of times is. */
    private static String column(ChannelSpec channel) {
        return channel.name().equals(TIME) ? "channel_time" : channel.name();
    }

    @Override
    public WriteContext init(ParquetConfiguration plain) {
        return context();
    }

    /** Called by Hadoop's users only. */
    @Override
    @Deprecated
    public WriteContext init(Configuration hadoop) {
        return context();
    }

    private WriteContext context() {
        return new WriteContext(schema(), metadata());
    }

    private MessageType schema() {
        var fields =
                Types.buildMessage()
                        .required(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.NANOS))
                        .named(TIME);
        for (int i = 0; i < names.length; i++) {
            fields =
                    fields.optional(single[i] ? PrimitiveTypeName.FLOAT : PrimitiveTypeName.DOUBLE)
                            .named(names[i]);
        }
        return fields.named("samples");
    }

    private Map<String, String> metadata() {
        TableHeading.Subject subject = heading.subject();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("session", subject.entry().session().value());
        metadata.put("session.title", subject.title());
        metadata.put(
                "session.start", EpochNanos.toInstant(heading.span().originNanos()).toString());
        metadata.put("car", subject.entry().car());
        subject.driver().ifPresent(driver -> metadata.put("driver", driver));
        subject.vehicle().ifPresent(vehicle -> metadata.put("vehicle", vehicle));
        subject.track().ifPresent(track -> metadata.put("track", track));
        heading.span().lap().ifPresent(lap -> metadata.put("lap", Integer.toString(lap)));
        heading.rateHz().ifPresent(hz -> metadata.put("rate_hz", Double.toString(hz)));
        for (int i = 0; i < names.length; i++) {
            metadata.put("unit." + names[i], heading.channels().get(i).shownUnit());
        }
        return metadata;
    }

    @Override
    public void prepareForWrite(RecordConsumer ready) {
        consumer = ready;
    }

    @Override
    public void write(RowAt row) {
        RecordConsumer out = consumer;
        if (out == null) {
            throw new IllegalStateException("a row before prepareForWrite");
        }
        out.startMessage();
        out.startField(TIME, 0);
        out.addLong(row.rows.times()[row.number]);
        out.endField(TIME, 0);
        for (int i = 0; i < names.length; i++) {
            double value = row.rows.values()[i][row.number];
            if (!Double.isNaN(value)) {
                out.startField(names[i], i + 1);
                add(out, value, single[i]);
                out.endField(names[i], i + 1);
            }
        }
        out.endMessage();
    }

    private static void add(RecordConsumer out, double value, boolean single) {
        if (single) {
            out.addFloat((float) value);
        } else {
            out.addDouble(value);
        }
    }
}
