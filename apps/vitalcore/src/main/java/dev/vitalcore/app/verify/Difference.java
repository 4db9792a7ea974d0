package dev.vitalcore.app.verify;

/**
 * Where the replay said another thing.
 *
 * @param about what differs, e.g. {@code spa/7 lap/3}
 */
public record Difference(String part, String about, String stored, String replayed) {}
