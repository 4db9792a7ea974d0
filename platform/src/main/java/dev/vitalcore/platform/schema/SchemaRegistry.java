package dev.vitalcore.platform.schema;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the schemas of values for ever. A schema has an id that holds over all subjects and is
 * never used for another; a subject lists its schemas as versions. Thread-safe.
 *
 * <p>What is refused comes as a {@link dev.vitalcore.kernel.Fault} with a code of {@link
 * SchemaFaults}; a registry that cannot be reached as one of the kind unavailable.
 */
public interface SchemaRegistry {
    /** The subject under which the values of a topic have their schemas. */
    static String subjectOfValues(String topic) {
        return topic + "-value";
    }

    /**
     * Makes the schema the next version of the subject, unless it is one already.
     *
     * @return the id of the schema, the same for the same schema
     */
    int register(String subject, String schema);

    /** The text of a schema. */
    String schema(int id);

    /** The version that the schema is in the subject. */
    RegisteredSchema lookup(String subject, String schema);

    RegisteredSchema version(String subject, int version);

    RegisteredSchema latest(String subject);

    /** Ascending; never empty. */
    List<Integer> versions(String subject);

    /** In alphabetical order. */
    List<String> subjects();

    /** Which versions of which subjects the schema is; never empty. */
    List<SubjectVersion> uses(int id);

    /** What holds for subjects that have no level of their own. */
    CompatibilityLevel compatibility();

    /** The level that the subject itself has, whether it exists or not. */
    Optional<CompatibilityLevel> compatibility(String subject);

    void setCompatibility(CompatibilityLevel level);

    void setCompatibility(String subject, CompatibilityLevel level);

    /** Whether the schema may become a version of the subject; changes nothing. */
    Verdict check(String subject, String schema, Against against);
}
