package dev.vitalcore.telemetry.application;

import java.util.Optional;

/**
 * A saved math channel.
 *
 * @param unit in which it is to be shown; empty as it comes out
 */
public record MathChannel(
        String name, String expression, Optional<String> unit, String description) {}
