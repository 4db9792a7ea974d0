package dev.vitalcore.telemetry.application;

import dev.vitalcore.telemetry.domain.GroupSpan;
import dev.vitalcore.telemetry.domain.TimeFence;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A fence as one column: {@code channel:sequence:first:last}, separated by blanks. Channel names
 * hold neither colons nor blanks.
 */
final class FenceText {
    private FenceText() {}

    static String write(TimeFence fence) {
        return fence.spans().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + write(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    static TimeFence read(String text) {
        Map<String, GroupSpan> spans = new HashMap<>();
        if (!text.isEmpty()) {
            for (String part : text.split(" ", -1)) {
                String[] fields = part.split(":", -1);
                spans.put(
                        fields[0],
                        new GroupSpan(
                                Long.parseLong(fields[1]),
                                Long.parseLong(fields[2]),
                                Long.parseLong(fields[3])));
            }
        }
        return new TimeFence(spans);
    }

    private static String write(GroupSpan span) {
        return ":" + span.sequence() + ":" + span.firstNanos() + ":" + span.lastNanos();
    }
}
