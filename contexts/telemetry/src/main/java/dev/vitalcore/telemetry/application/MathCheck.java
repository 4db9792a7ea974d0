package dev.vitalcore.telemetry.application;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a usable expression.
 *
 * @param unit of its values; empty where the units of its channels are not known
 * @param channels recorded ones, of which it is made
 */
public record MathCheck(Optional<String> unit, List<String> channels) {}
