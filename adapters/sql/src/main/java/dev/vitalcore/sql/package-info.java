/**
 * The SQL store on SQLite and on PostgreSQL: transactions, migrations and the mapping of their
 * errors.
 */
@NullMarked
package dev.vitalcore.sql;

import org.jspecify.annotations.NullMarked;
