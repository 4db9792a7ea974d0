/**
 * Samples as files: text formats of tables, and how tables of one or more cars go out while they
 * are read.
 */
@NullMarked
package dev.vitalcore.gateway.export;

import org.jspecify.annotations.NullMarked;
