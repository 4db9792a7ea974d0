package dev.vitalcore.edge;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A recording whose gates are the user's: they replace the recording's own in the declaration. */
record RegatedRecording(Recording recording, List<DeclaredGate> gates) implements Recording {
    RegatedRecording {
        gates = List.copyOf(gates);
    }

    @Override
    public String format() {
        return recording.format();
    }

    @Override
    public SourceDeclaration declaration() {
        SourceDeclaration own = recording.declaration();
        return new SourceDeclaration(
                own.format(),
                own.title(),
                own.track(),
                own.vehicle(),
                own.driver(),
                gates,
                own.beacons());
    }

    @Override
    public Layout layout() {
        return recording.layout();
    }

    @Override
    public String car() {
        return recording.car();
    }

    @Override
    public Iterator<TelemetryBlock> blocks(SourceId source, EntryId entry, long blockNanos) {
        Iterator<TelemetryBlock> blocks = recording.blocks(source, entry, blockNanos);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return blocks.hasNext();
            }

            @Override
            public TelemetryBlock next() {
                return regated(blocks.next());
            }
        };
    }

    private TelemetryBlock regated(TelemetryBlock block) {
        return block.declaration().isEmpty()
                ? block
                : new TelemetryBlock(
                        block.source(),
                        block.entry(),
                        block.sequence(),
                        block.layout(),
                        block.rows(),
                        Optional.of(declaration()),
                        block.last());
    }

    @Override
    public List<String> warnings() {
        return recording.warnings();
    }

    @Override
    public void close() {
        recording.close();
    }
}
