package badhouse.timing.domain;

import java.nio.file.Path;

/** Breaks: domain has no input and no output. */
record DomainThatKnowsFiles(Path file) {}
