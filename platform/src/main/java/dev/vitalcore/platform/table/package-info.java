/** The port to formats in which samples leave the platform as a table. */
@NullMarked
package dev.vitalcore.platform.table;

import org.jspecify.annotations.NullMarked;
