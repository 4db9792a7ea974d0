/**
 * The use cases of telemetry over the platform's ports: taking blocks in, writing them to the
 * stores, and answering questions about sessions, sources, the ledger and series. The log is the
 * truth; what is kept in SQL is a projection of it.
 */
@NullMarked
package dev.vitalcore.telemetry.application;

import org.jspecify.annotations.NullMarked;
