/** Looks at the page from where the gateway takes it: the class path. */
@NullMarked
package dev.vitalcore.web;

import org.jspecify.annotations.NullMarked;
