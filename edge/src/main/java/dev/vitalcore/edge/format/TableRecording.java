package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.block.BlockCutter;
import dev.vitalcore.edge.block.OrderedRows;
import dev.vitalcore.edge.block.RowSource;
import dev.vitalcore.edge.block.TableCursor;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import java.util.Iterator;
import java.util.List;

/** A recording that is one table: all channels at the same instants. */
final class TableRecording implements Recording {
    private final RecordingFile file;
    private final SourceDeclaration declaration;
    private final String car;
    private final Layout layout;
    private final RowSource rows;
    private final Warnings warnings;
    private boolean read;

    /**
     * @param group the channels and their period
     * @param rows as they stand in the file, values in the order of the channels
     */
    TableRecording(
            RecordingFile file,
            SourceDeclaration declaration,
            String car,
            RateGroup group,
            RowSource rows,
            Warnings warnings) {
        this.file = file;
        this.declaration = declaration;
        this.car = car;
        this.layout = new Layout(List.of(group));
        this.rows = new OrderedRows(rows, group.periodNanos(), warnings);
        this.warnings = warnings;
    }

    @Override
    public String format() {
        return declaration.format();
    }

    @Override
    public SourceDeclaration declaration() {
        return declaration;
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public String car() {
        return car;
    }

    @Override
    public Iterator<TelemetryBlock> blocks(SourceId source, EntryId entry, long blockNanos) {
        if (read) {
            throw new IllegalStateException("a recording is read once; open it again");
        }
        read = true;
        List<ChannelSpec> channels = layout.groups().getFirst().channels();
        BlockCutter blocks =
                new BlockCutter(
                        source,
                        entry,
                        layout,
                        declaration,
                        List.of(new TableCursor(rows, channels)),
                        blockNanos);
        if (!blocks.hasNext()) {
            throw file.empty("no row can be used " + warnings.list());
        }
        return blocks;
    }

    @Override
    public List<String> warnings() {
        return warnings.list();
    }

    @Override
    public void close() {
        rows.close();
    }
}
