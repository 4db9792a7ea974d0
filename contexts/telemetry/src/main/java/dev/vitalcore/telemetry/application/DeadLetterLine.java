package dev.vitalcore.telemetry.application;

import java.util.Optional;

/**
 * A dead letter as the list shows it.
 *
 * @param id names it for {@link DeadLetters#redrive}
 * @param source {@code unknown} where the bytes do not tell
 * @param sequence -1 where the bytes do not tell
 * @param redriven the latest outcome ({@code accepted}, {@code duplicate} or the code of the
 *     refusal); empty when it was not driven again
 */
public record DeadLetterLine(
        String id,
        String source,
        long sequence,
        String code,
        String cause,
        long recordedNanos,
        Optional<String> redriven) {}
