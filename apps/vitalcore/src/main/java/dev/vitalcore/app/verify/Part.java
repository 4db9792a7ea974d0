package dev.vitalcore.app.verify;

import dev.vitalcore.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a session in an order that follows from its content.
 *
 * @param count of the things in it; where lines sum up many, more than there are lines
 */
record Part(String name, long count, List<Line> lines) {
    private static final int SHOWN_DIGITS = 12;

    Part {
        lines = List.copyOf(lines);
    }

    Part(String name, List<Line> lines) {
        this(name, lines.size(), lines);
    }

    /** The first digits of a SHA-256 over all lines. */
    String digest() {
        MessageDigest digest = Sha256.begin();
        for (Line line : lines) {
            digest.update(line.key().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(line.text().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN_DIGITS);
    }

    /** The first place where the other one is not the same; empty where they are. */
    Optional<Difference> differenceTo(Part replayed) {
        int most = Math.max(lines.size(), replayed.lines.size());
        for (int index = 0; index < most; index++) {
            Optional<Line> here = at(index);
            Optional<Line> there = replayed.at(index);
            if (!here.equals(there)) {
                return Optional.of(difference(here, there, replayed));
            }
        }
        return Optional.empty();
    }

    private Difference difference(Optional<Line> here, Optional<Line> there, Part replayed) {
        if (here.isPresent() && (there.isEmpty() || !replayed.has(here.get().key()))) {
            return new Difference(name, here.get().key(), here.get().text(), "nothing");
        }
        Line other = there.orElseThrow();
        if (here.isEmpty() || !has(other.key())) {
            return new Difference(name, other.key(), "nothing", other.text());
        }
        if (Objects.equals(here.get().key(), other.key())) {
            return new Difference(name, other.key(), here.get().text(), other.text());
        }
        return new Difference(
                name,
                here.get().key(),
                "here: " + here.get().text(),
                "here " + other.key() + ": " + other.text());
    }

    private Optional<Line> at(int index) {
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }

    private boolean has(String key) {
        return lines.stream().anyMatch(line -> line.key().equals(key));
    }
}
