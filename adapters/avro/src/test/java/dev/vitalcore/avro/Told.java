package dev.vitalcore.avro;

import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Values as one line of text, arrays included. */
final class Told {
    private Told() {}

    static String block(TelemetryBlock block) {
        return "%s %s %s last=%s | %s | %s | %s"
                .formatted(
                        block.source().value(),
                        block.entry(),
                        block.sequence(),
                        block.last(),
                        block.layout().groups().stream()
                                .map(Told::group)
                                .collect(Collectors.joining(" | ")),
                        block.declaration(),
                        block.rows().stream().map(Told::rows).collect(Collectors.joining(" | ")));
    }

    static String deadLetter(DeadLetter letter) {
        return String.join(
                " | ",
                letter.origin(),
                letter.source(),
                String.valueOf(letter.sequence()),
                letter.code(),
                letter.cause(),
                letter.remedy(),
                letter.position(),
                HexFormat.of().formatHex(letter.payload()));
    }

    static String envelope(EventEnvelope envelope) {
        return "%s | %s | %s v%s | %s v%s | %s | %s | %s | %s"
                .formatted(
                        envelope.id(),
                        envelope.position(),
                        envelope.stream(),
                        envelope.version(),
                        envelope.type(),
                        envelope.schemaVersion(),
                        envelope.origin(),
                        envelope.eventNanos(),
                        envelope.recordedNanos(),
                        HexFormat.of().formatHex(envelope.payload()));
    }

    private static String group(RateGroup group) {
        return group.channels().stream().map(Told::channel).collect(Collectors.joining(", "))
                + " every "
                + group.periodNanos();
    }

    private static String channel(ChannelSpec channel) {
        return "%s (%s) %s (%s) %s"
                .formatted(
                        channel.name(),
                        channel.originalName(),
                        channel.unit().symbol(),
                        channel.originalUnit(),
                        channel.precision());
    }

    private static String rows(Rows rows) {
        return Arrays.toString(rows.times())
                + rows.columns().stream()
                        .map(column -> " " + values(column))
                        .collect(Collectors.joining());
    }

    private static String values(Column column) {
        return switch (column) {
            case Column.Singles singles -> Arrays.toString(singles.values());
            case Column.Doubles doubles -> Arrays.toString(doubles.values());
        };
    }
}
