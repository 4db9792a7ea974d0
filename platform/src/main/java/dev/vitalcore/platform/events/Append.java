package dev.vitalcore.platform.events;

import java.util.List;

/** For adapters: one append as it was asked for. */
public record Append(StreamName stream, Expected expected, List<NewEvent> events) {}
