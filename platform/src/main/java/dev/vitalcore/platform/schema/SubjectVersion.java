package dev.vitalcore.platform.schema;

/** Where a schema is used. */
public record SubjectVersion(String subject, int version) {}
