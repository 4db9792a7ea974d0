package dev.vitalcore.platform.schema;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.util.List;

/** What registries refuse, in one place: each adapter says the same by the same code. */
public final class SchemaFaults {
    public static final String SUBJECT_UNKNOWN = "subject-unknown";
    public static final String VERSION_UNKNOWN = "schema-version-unknown";
    public static final String SUBJECT_INVALID = "subject-invalid";
    public static final String SCHEMA_UNKNOWN = "schema-unknown";
    public static final String SCHEMA_INVALID = "schema-invalid";
    public static final String INCOMPATIBLE = "schema-incompatible";
    public static final String REGISTRY_FULL = "registry-full";
    public static final String LEVEL_UNKNOWN = "compatibility-level-unknown";

    private static final int SHOWN = 200;
    private static final int SHOWN_REASONS = 2_000;

    private SchemaFaults() {}

    public static Fault subjectUnknown(String subject) {
        return Fault.user(
                SUBJECT_UNKNOWN,
                "subject '" + Text.abbreviate(subject, SHOWN) + "' is not found",
                "register a schema under it, or list the subjects");
    }

    public static Fault versionUnknown(String subject, String version) {
        return Fault.user(
                VERSION_UNKNOWN,
                "version "
                        + Text.abbreviate(version, SHOWN)
                        + " of subject '"
                        + Text.abbreviate(subject, SHOWN)
                        + "' is not found",
                "list the versions of the subject");
    }

    public static Fault schemaUnknown(int id) {
        return Fault.user(
                SCHEMA_UNKNOWN,
                "schema " + id + " is not found",
                "register the schema and use the id that the registry gives");
    }

    public static Fault schemaNotOfSubject(String subject) {
        return Fault.user(
                SCHEMA_UNKNOWN,
                "the schema is not found under subject '" + Text.abbreviate(subject, SHOWN) + "'",
                "register it there");
    }

    public static Fault schemaInvalid(String reason) {
        return Fault.user(
                SCHEMA_INVALID,
                "the schema is invalid: " + Text.abbreviate(reason, SHOWN_REASONS),
                "send an Avro schema as JSON");
    }

    public static Fault incompatible(String subject, List<String> reasons) {
        return Fault.conflict(
                INCOMPATIBLE,
                "the schema does not go with those of subject '"
                        + Text.abbreviate(subject, SHOWN)
                        + "': "
                        + Text.abbreviate(String.join("; ", reasons), SHOWN_REASONS),
                "give new fields a default, keep the types of old ones, add choices to a union"
                        + " rather than change them (docs/schemas.md)");
    }
}
