package dev.vitalcore.app.verify;

import java.util.Optional;

/**
 * How a part of a session compares.
 *
 * @param stored how many things are in it
 * @param storedHash over all of them, the first digits of a SHA-256
 * @param difference the first one; empty where all is identical
 */
public record Verdict(
        String part,
        long stored,
        long replayed,
        String storedHash,
        String replayedHash,
        Optional<Difference> difference) {
    static Verdict of(Part stored, Part replayed) {
        return new Verdict(
                stored.name(),
                stored.count(),
                replayed.count(),
                stored.digest(),
                replayed.digest(),
                stored.differenceTo(replayed));
    }

    public boolean identical() {
        return difference.isEmpty();
    }
}
