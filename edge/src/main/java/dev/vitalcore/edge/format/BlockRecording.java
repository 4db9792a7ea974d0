package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.block.BlockCutter;
import dev.vitalcore.edge.block.RowSource;
import dev.vitalcore.edge.block.TableCursor;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.edge.plausibility.Plausibility;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The recording that every format ends in: one source of rows for each rate group. */
final class BlockRecording implements Recording {
    private final RecordingFile file;
    private final SourceDeclaration declaration;
    private final String car;
    private final Layout layout;
    private final List<RowSource> rows;
    private final Content content;
    private final Warnings warnings;
    private boolean read;

    /** What the rows are read from. */
    @FunctionalInterface
    interface Content extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param rows one a rate group of the layout, in its order, with strictly increasing times
     * @param content closed with the recording
     */
    BlockRecording(
            RecordingFile file,
            SourceDeclaration declaration,
            String car,
            Layout layout,
            List<? extends RowSource> rows,
            Content content,
            Warnings warnings) {
        this.file = file;
        this.declaration = declaration;
        this.car = car;
        this.layout = layout;
        this.rows = List.copyOf(rows);
        this.content = content;
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
        BlockCutter blocks =
                new BlockCutter(source, entry, layout, declaration, cursors(), blockNanos);
        if (!blocks.hasNext()) {
            throw file.empty("no row can be used " + warnings.list());
        }
        Plausibility plausibility = new Plausibility(layout);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return blocks.hasNext();
            }

            @Override
            public TelemetryBlock next() {
                TelemetryBlock block = blocks.next();
                plausibility.see(block);
                if (block.last()) {
                    plausibility.doubts().forEach(warnings::state);
                }
                return block;
            }
        };
    }

    private List<TableCursor> cursors() {
        List<TableCursor> cursors = new ArrayList<>(rows.size());
        for (int group = 0; group < rows.size(); group++) {
            List<ChannelSpec> channels = layout.groups().get(group).channels();
            cursors.add(new TableCursor(rows.get(group), channels));
        }
        return cursors;
    }

    @Override
    public List<String> warnings() {
        return warnings.list();
    }

    @Override
    public void close() {
        content.close();
    }
}
