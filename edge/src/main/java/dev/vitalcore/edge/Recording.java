package dev.vitalcore.edge;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import java.util.Iterator;
import java.util.List;

/**
 * An opened recording. Reading the same file twice gives equal blocks: nothing depends on the
 * clock. Used by one thread; close it when done.
 */
public interface Recording extends AutoCloseable {
    /** Stable name of the format, e.g. {@code racelogic-vbo}. */
    String format();

    SourceDeclaration declaration();

    Layout layout();

    /** The car's name or number as the recording states it, else made of the file name. */
    String car();

    /**
     * The samples as blocks in the order of time, cut on multiples of {@code blockNanos} since the
     * first sample; a stretch without rows gives no block. Numbers count from 0; block 0 carries
     * the declaration, the last one says so. The iterator throws a {@link
     * dev.vitalcore.kernel.Fault} of kind USER where the file turns out to be damaged; the blocks
     * before it are good.
     *
     * @param blockNanos the most event time that a block covers
     * @throws IllegalStateException when called a second time: a recording is read once
     */
    Iterator<TelemetryBlock> blocks(SourceId source, EntryId entry, long blockNanos);

    /**
     * What was mended while reading, each with count and first position; bounded. Complete after
     * the last block.
     */
    List<String> warnings();

    @Override
    void close();

    /** The same recording with the given gates in its declaration instead of its own. */
    default Recording withGates(List<DeclaredGate> gates) {
        return new RegatedRecording(this, gates);
    }
}
