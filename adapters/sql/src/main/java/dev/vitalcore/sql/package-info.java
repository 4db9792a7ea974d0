/** The SQL store on SQLite: transactions, migrations and the mapping of its errors. */
@NullMarked
package dev.vitalcore.sql;

import org.jspecify.annotations.NullMarked;
