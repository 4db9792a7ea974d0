/**
 * The wire format: turns blocks and timing events into Avro binary and back, under the number that
 * their schema has in a registry. The codecs are written by hand because blocks are the hottest
 * path of the platform; the schemas in {@code contracts} (class path {@code avro/*.avsc}) are the
 * law, and the tests hold the codecs to them with Avro's own reader and writer. What older or
 * foreign schemas have written goes through Avro's own schema resolution. Bytes from outside are
 * hostile until decoded: every length is checked before memory is taken.
 */
@NullMarked
package dev.vitalcore.avro;

import org.jspecify.annotations.NullMarked;
