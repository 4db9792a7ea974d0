package dev.vitalcore.avro;

import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.schema.SchemaRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every schema that the values of a topic ever had, as the contracts carry them ({@code
 * avro/history/<subject>/v1.avsc} and so on). The newest is the one that this program writes.
 *
 * @param versions version 1 first; never empty
 */
public record SchemaHistory(String subject, List<String> versions) {
    public SchemaHistory {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no schema avro/history/" + subject + "/v1.avsc on the class path");
        }
    }

    static SchemaHistory blocks() {
        return ofValues(Topics.BLOCKS);
    }

    static SchemaHistory timingEvents() {
        return ofValues(Topics.TIMING_EVENTS);
    }

    static SchemaHistory deadLetters() {
        return ofValues(Topics.DEAD_LETTERS);
    }

    static SchemaHistory raceEvents() {
        return ofValues("race.events");
    }

    static SchemaHistory raceDecisions() {
        return ofValues(Topics.RACE_DECISIONS);
    }

    static SchemaHistory sagaEvents() {
        return ofValues("saga.events");
    }

    /** What this program writes. */
    public String current() {
        return versions.getLast();
    }

    static SchemaHistory of(String subject) {
        List<String> versions = new ArrayList<>();
        Optional<String> next = text(subject, 1);
        while (next.isPresent()) {
            versions.add(next.get());
            next = text(subject, versions.size() + 1);
        }
        return new SchemaHistory(subject, versions);
    }

    private static SchemaHistory ofValues(String topic) {
        return of(SchemaRegistry.subjectOfValues(topic));
    }

    private static Optional<String> text(String subject, int version) {
        String name = "/avro/history/" + subject + "/v" + version + ".avsc";
        try (InputStream in = SchemaHistory.class.getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
