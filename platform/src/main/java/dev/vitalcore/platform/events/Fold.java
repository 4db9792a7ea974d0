package dev.vitalcore.platform.events;

/**
 * What the first events of a stream come to.
 *
 * @param version of the last event that is in it; 0 for none
 * @param position of that event; 0 for none
 */
public record Fold<S>(S state, long version, long position) {}
