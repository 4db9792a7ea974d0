package dev.vitalcore.avro;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A sealed family of records as the union of an Avro record: what they have in common stands before
 * the union. The schema lists the facts in the order of the code; a test holds both to it.
 */
final class FactFormats {
    private final List<RecordFormat> facts;
    private final Map<String, Integer> index = new HashMap<>();

    /**
     * @param family sealed; its records begin with the same components
     * @param common how many of them, written by the caller
     */
    FactFormats(Class<?> family, int common) {
        facts =
                Stream.of(family.getPermittedSubclasses())
                        .map(type -> new RecordFormat(type, common))
                        .toList();
        facts.forEach(fact -> index.put(fact.name(), index.size()));
    }

    void write(AvroOutput out, Object value) {
        int fact = Objects.requireNonNull(index.get(value.getClass().getSimpleName()));
        out.writeLong(fact);
        facts.get(fact).write(out, value);
    }

    /**
     * @param common what was read before
     */
    Object read(AvroInput in, Object... common) {
        return facts.get(in.readIndex("fact", facts.size())).read(in, common);
    }
}
