package dev.vitalcore.avro;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.schema.SchemaFaults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Schemas as text: parsed, brought to the form in which registries compare them, and held against
 * each other by Avro's own rules. Thread-safe.
 */
public final class AvroSchemas {
    /** Characters of one schema; ours have 6,000. */
    public static final int MOST_CHARACTERS = 64 * 1024;

    /** How deep types may stand within each other; ours stand 12 deep. */
    private static final int MOST_DEPTH = 64;

    private static final int MOST_REASONS = 20;

    private AvroSchemas() {}

    /**
     * The text as Avro itself writes it, which is how Confluent's registry tells whether two
     * schemas are the same: space and the order of attributes do not count, docs and aliases do.
     *
     * @throws Fault (user) when it is no schema, or refers to types that it does not define
     */
    public static String canonical(String text) {
        return parse(text).toString();
    }

    /**
     * Why {@code reader} cannot read what {@code writer} has written; empty when it can. Each
     * reason names the field by its path.
     *
     * @throws Fault (user) when one of them is no schema
     */
    public static List<String> reasonsAgainst(String reader, String writer) {
        return reasonsAgainst(parse(reader), parse(writer));
    }

    static List<String> reasonsAgainst(Schema reader, Schema writer) {
        List<String> reasons = Incompatibilities.between(reader, writer, "");
        return reasons.subList(0, Math.min(reasons.size(), MOST_REASONS));
    }

    static Schema parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw SchemaFaults.schemaInvalid(
                    "it has " + text.length() + " characters, the limit is " + MOST_CHARACTERS);
        }
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException | IllegalArgumentException | NullPointerException unusable) {
            throw SchemaFaults.schemaInvalid(String.valueOf(unusable.getMessage()));
        }
    }

    /**
     * Whether values of the schema have a depth that it tells itself. Others could nest as deep as
     * their sender likes, and cost the stack of who reads them.
     */
    static boolean isBounded(Schema schema) {
        return isBounded(schema, new HashSet<>(), 0);
    }

    private static boolean isBounded(Schema schema, Set<String> around, int depth) {
        if (depth > MOST_DEPTH) {
            return false;
        }
        return switch (schema.getType()) {
            case RECORD -> isBoundedRecord(schema, around, depth);
            case ARRAY -> isBounded(schema.getElementType(), around, depth + 1);
            case MAP -> isBounded(schema.getValueType(), around, depth + 1);
            case UNION ->
                    schema.getTypes().stream()
                            .allMatch(choice -> isBounded(choice, around, depth + 1));
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> true;
        };
    }

    private static boolean isBoundedRecord(Schema schema, Set<String> around, int depth) {
        if (!around.add(schema.getFullName())) {
            return false;
        }
        boolean bounded =
                schema.getFields().stream()
                        .allMatch(field -> isBounded(field.schema(), around, depth + 1));
        around.remove(schema.getFullName());
        return bounded;
    }
}
