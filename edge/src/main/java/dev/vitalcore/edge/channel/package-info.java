/** What vendors call their channels, and the standard names and units they become. */
@NullMarked
package dev.vitalcore.edge.channel;

import org.jspecify.annotations.NullMarked;
