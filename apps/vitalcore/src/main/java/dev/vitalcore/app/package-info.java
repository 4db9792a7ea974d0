/**
 * The program: composes contexts and adapters into one process and offers the commands. No domain
 * rules live here.
 */
@NullMarked
package dev.vitalcore.app;

import org.jspecify.annotations.NullMarked;
