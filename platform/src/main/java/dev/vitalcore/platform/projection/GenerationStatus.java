package dev.vitalcore.platform.projection;

/**
 * A generation as it is now.
 *
 * @param parkedStreams how many streams it does not follow
 */
public record GenerationStatus(Generation generation, int parkedStreams) {}
