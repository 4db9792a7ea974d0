package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.telemetry.domain.BlockRefusal;
import dev.vitalcore.telemetry.domain.BlockRules;
import dev.vitalcore.telemetry.domain.Calibration;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.util.Optional;

/** Makes of bytes a calibrated block and the bytes to append for it. */
final class BlockOpener {
    private final Codec<TelemetryBlock> codec;
    private final BlockRules rules;
    private final Calibrations calibrations;

    BlockOpener(Codec<TelemetryBlock> codec, BlockRules rules, Calibrations calibrations) {
        this.codec = codec;
        this.rules = rules;
        this.calibrations = calibrations;
    }

    /** What was in the bytes. */
    sealed interface Opened {
        /**
         * @param encoded to append: the block, calibrated
         * @param raw as they came, for a dead letter: driven again they are calibrated once only
         */
        record Block(TelemetryBlock block, byte[] encoded, byte[] raw) implements Opened {}

        record Unreadable(RefusedBlock refused) implements Opened {}
    }

    Opened open(byte[] encoded) {
        Optional<BlockRefusal> tooLong = rules.checkBytes(encoded.length);
        if (tooLong.isPresent()) {
            return new Opened.Unreadable(RefusedBlock.unread(tooLong.get()));
        }
        TelemetryBlock block;
        try {
            block = codec.decode(encoded);
        } catch (Fault undecodable) {
            if (undecodable.kind() == Fault.Kind.UNAVAILABLE) {
                throw undecodable; // nothing is wrong with the block: it may be sent again
            }
            return new Opened.Unreadable(RefusedBlock.unread(undecodable));
        }
        Calibration calibration = calibrations.of(block.source(), block.entry());
        if (!calibration.concerns(block.layout())) {
            // As they came where they are of our schema: saves the encoding on the hot path.
            return new Opened.Block(block, codec.kept(block, encoded), encoded);
        }
        TelemetryBlock calibrated = calibration.apply(block);
        return new Opened.Block(calibrated, codec.encode(calibrated), encoded);
    }
}
