/**
 * The speed layer: a Flink topology that feeds the blocks of each entry to the timing of the domain
 * and puts what it finds on the log. Wiring, state and recovery only; nothing is computed here.
 *
 * <p>{@link dev.vitalcore.streams.SpeedLayer} runs it in this process, {@link
 * dev.vitalcore.streams.SpeedLayerJob} submits the same topology to a cluster. Why it is built so:
 * {@code docs/adr/0007-flink-speed-layer.md}.
 */
@NullMarked
package dev.vitalcore.streams;

import org.jspecify.annotations.NullMarked;
