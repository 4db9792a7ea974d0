package dev.vitalcore.telemetry.application;

import dev.vitalcore.telemetry.domain.RaceControlMessage;
import java.util.List;

/**
 * What race control had to say in a range of time.
 *
 * @param messages by time, the newest of them
 * @param total how many there are in the range
 * @param marshalSectors of the circuit; 0 where it did not say
 */
public record RaceControlReport(List<RaceControlMessage> messages, long total, int marshalSectors) {
    static final RaceControlReport NOTHING = new RaceControlReport(List.of(), 0, 0);

    public RaceControlReport {
        messages = List.copyOf(messages);
    }
}
