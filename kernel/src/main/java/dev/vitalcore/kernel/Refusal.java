package dev.vitalcore.kernel;

/**
 * An expected 'no': a value, not an exception. Each context seals its own refusals under this. The
 * message names the offending value, the remedy says what to do.
 */
public interface Refusal {
    /** Stable and machine-readable, e.g. {@code block-too-large}. */
    String code();

    String message();

    String remedy();
}
