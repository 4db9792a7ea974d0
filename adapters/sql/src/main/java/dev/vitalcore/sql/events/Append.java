package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.StreamName;
import java.util.List;

/** One append as it was asked for. */
record Append(StreamName stream, Expected expected, List<NewEvent> events) {}
