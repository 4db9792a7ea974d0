package dev.vitalcore.platform.schema;

/**
 * A schema as one version of a subject.
 *
 * @param version counts the schemas of the subject from 1
 * @param id the number of the text over all subjects; the same text has the same one everywhere
 * @param schema the text, in the canonical form of the registry
 */
public record RegisteredSchema(String subject, int version, int id, String schema) {}
