package dev.vitalcore.app.feed;

import dev.vitalcore.app.feed.PlatformClient.Receipt;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** What this process did of an import. Thread-safe. */
final class ImportTally {
    private final LongConsumer progress;
    private long samplesBefore;
    private long samples;
    private int known;
    private Receipt receipt = Receipt.NOTHING;
    private Optional<Fault> trouble = Optional.empty();

    /**
     * @param progress is told how many samples are fed, those that were there already included
     */
    ImportTally(LongConsumer progress) {
        this.progress = progress;
    }

    /** A block that is left out because the platform has it. */
    synchronized void known(TelemetryBlock block) {
        known++;
        samplesBefore += block.sampleCount();
        progress.accept(samplesBefore + samples);
    }

    /**
     * @param ofStep samples that the step under way has sent
     */
    synchronized void sending(long ofStep) {
        samples = ofStep;
        progress.accept(samplesBefore + samples);
    }

    /** A step has sent all that it had. */
    synchronized void sent(Receipt ofStep) {
        receipt = receipt.plus(ofStep);
        samplesBefore += samples;
        samples = 0;
    }

    /** Remembers what keeps the import from going on, until somebody tries again. */
    synchronized void failed(Fault fault) {
        if (fault.kind() == Fault.Kind.UNAVAILABLE || fault.kind() == Fault.Kind.INTERNAL) {
            trouble = Optional.of(fault);
        }
    }

    synchronized Optional<Fault> trouble() {
        return trouble;
    }

    /** Blocks that were left out count as known. */
    synchronized Receipt receipt() {
        return receipt.plus(new Receipt(0, known, 0, List.of()));
    }
}
