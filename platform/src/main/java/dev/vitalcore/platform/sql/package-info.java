/** The port to the transactional SQL store; contexts keep their views and ledgers through it. */
@NullMarked
package dev.vitalcore.platform.sql;

import org.jspecify.annotations.NullMarked;
