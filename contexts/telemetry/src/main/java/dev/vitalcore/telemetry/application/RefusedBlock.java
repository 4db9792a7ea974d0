package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Refusal;

/**
 * A block that was not taken in.
 *
 * @param source {@code unknown} where the bytes do not tell
 * @param sequence -1 where the bytes do not tell
 */
public record RefusedBlock(
        String source, long sequence, String code, String message, String remedy) {
    static RefusedBlock of(TelemetryBlock block, Refusal refusal) {
        return new RefusedBlock(
                block.source().value(),
                block.sequence(),
                refusal.code(),
                refusal.message(),
                refusal.remedy());
    }

    static RefusedBlock of(TelemetryBlock block, Fault unusable) {
        return new RefusedBlock(
                block.source().value(),
                block.sequence(),
                unusable.code(),
                unusable.text(),
                unusable.remedy());
    }

    static RefusedBlock unread(Refusal refusal) {
        return unread(refusal.code(), refusal.message(), refusal.remedy());
    }

    static RefusedBlock unread(Fault undecodable) {
        return unread(undecodable.code(), undecodable.text(), undecodable.remedy());
    }

    private static RefusedBlock unread(String code, String message, String remedy) {
        return new RefusedBlock(
                DeadLetter.UNKNOWN_SOURCE, DeadLetter.UNKNOWN_SEQUENCE, code, message, remedy);
    }
}
