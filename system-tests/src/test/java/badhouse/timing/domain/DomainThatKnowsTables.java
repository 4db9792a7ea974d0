package badhouse.timing.domain;

import java.sql.Connection;

/** Breaks: JDBC stays behind the database port. */
record DomainThatKnowsTables(Connection connection) {}
