package dev.vitalcore.avro;

import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.log.Codec;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Telemetry blocks on the wire ({@code telemetry-block.avsc}).
 *
 * <pre>
 *   head ({@link WireVersion}) | source | entry | sequence | last | layout (length, Avro bytes) | declaration or null
 *        | rows: [ times (deltas) | columns: [ 0 float[] or 1 double[] ] … ] …
 * </pre>
 *
 * <p>Blocks decoded by one codec share the {@link Layout} object as long as their source sends the
 * same one: use one codec for a process, and compare layouts by identity before comparing them.
 * Thread-safe.
 */
public final class AvroBlockCodec implements Codec<TelemetryBlock> {
    private static final String WHAT = "block";
    private static final int COLUMN_KINDS = 2;
    private static final int SINGLES = 0;
    private static final int DOUBLES = 1;

    private final LayoutCache layouts = new LayoutCache();
    private final WireVersion wire;

    /** For producers without a registry: writes bare values, and reads no others. */
    public AvroBlockCodec() {
        wire = WireVersion.bare(WHAT);
    }

    public AvroBlockCodec(SchemaIds ids) {
        wire = WireVersion.registered(WHAT, ids);
    }

    /**
     * @throws dev.vitalcore.kernel.Fault (user) when the block is beyond what may be sent
     */
    @Override
    public byte[] encode(TelemetryBlock block) {
        byte[] layout = layouts.bytesOf(block.layout());
        AvroOutput out = wire.begin(likelySize(block, layout));
        out.writeText(block.source().value());
        out.writeText(block.entry().toString());
        out.writeLong(block.sequence());
        out.writeBoolean(block.last());
        out.writeBytes(layout);
        DeclarationFormat.write(out, block.declaration());
        out.beginArray(block.rows().size());
        block.rows().forEach(rows -> writeRows(out, rows));
        out.endArray();
        return out.toBytes();
    }

    @Override
    public TelemetryBlock decode(byte[] bytes) {
        AvroInput in = wire.open(bytes);
        try {
            Head head = readHead(in);
            List<RateGroup> groups = head.layout.groups();
            Iterator<RateGroup> group = groups.iterator();
            List<Rows> rows = in.readList("rows", groups.size(), () -> readRows(in, group.next()));
            in.requireEnd();
            return new TelemetryBlock(
                    head.source,
                    head.entry,
                    head.sequence,
                    head.layout,
                    rows,
                    head.declaration,
                    head.last);
        } catch (IllegalArgumentException e) {
            throw in.undecodable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public byte[] kept(TelemetryBlock block, byte[] arrived) {
        return wire.isOwn(arrived) ? arrived : encode(block);
    }

    private Head readHead(AvroInput in) {
        SourceId source = new SourceId(in.readText("source"));
        EntryId entry = EntryId.parse(in.readText("entry"));
        long sequence = in.readLong("sequence");
        boolean last = in.readBoolean("last");
        int length = in.skipBytes("layout", WireLimits.VALUE_BYTES);
        Layout layout = layouts.layoutAt(WHAT, in.bytes(), in.position() - length, in.position());
        return new Head(source, entry, sequence, last, layout, DeclarationFormat.read(in));
    }

    private static void writeRows(AvroOutput out, Rows rows) {
        if (rows.size() > WireLimits.ROWS) {
            throw AvroOutput.tooLarge("a block of " + rows.size() + " rows", WireLimits.ROWS);
        }
        out.writeDeltas(rows.times());
        out.beginArray(rows.columns().size());
        for (Column column : rows.columns()) {
            switch (column) {
                case Column.Singles singles -> {
                    out.writeLong(SINGLES);
                    out.writeFloats(singles.values());
                }
                case Column.Doubles doubles -> {
                    out.writeLong(DOUBLES);
                    out.writeDoubles(doubles.values());
                }
            }
        }
        out.endArray();
    }

    private static Rows readRows(AvroInput in, RateGroup group) {
        long[] times = in.readDeltas("times", WireLimits.ROWS);
        List<Column> columns =
                in.readList("columns", group.channels().size(), () -> readColumn(in, times.length));
        return new Rows(times, columns);
    }

    private static Column readColumn(AvroInput in, int rows) {
        return in.readIndex("column", COLUMN_KINDS) == SINGLES
                ? new Column.Singles(in.readFloats("values", rows))
                : new Column.Doubles(in.readDoubles("values", rows));
    }

    private static int likelySize(TelemetryBlock block, byte[] layout) {
        long size = 256L + layout.length;
        for (Rows rows : block.rows()) {
            size += 5L * rows.size() + 8L * rows.columns().size();
            for (Column column : rows.columns()) {
                size += (long) column.size() * (column instanceof Column.Singles ? 4 : 8);
            }
        }
        return (int) Math.min(size, WireLimits.VALUE_BYTES);
    }

    /** What stands before the rows. */
    private record Head(
            SourceId source,
            EntryId entry,
            long sequence,
            boolean last,
            Layout layout,
            Optional<SourceDeclaration> declaration) {}
}
