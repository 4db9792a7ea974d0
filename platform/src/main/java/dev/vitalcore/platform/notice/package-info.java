/** What people are told: kept, once each, until newer ones have taken its place. */
@NullMarked
package dev.vitalcore.platform.notice;

import org.jspecify.annotations.NullMarked;
