package dev.vitalcore.kafka;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A broker in this process.
 *
 * @param directory holds the log; made where it is absent
 * @param port the port on the loopback address; empty to take a free one, which is remembered in
 *     the directory and taken again when it is still free
 */
public record EmbeddedKafkaSettings(Path directory, OptionalInt port) {
    private static final int HIGHEST_PORT = 65_535;

    public EmbeddedKafkaSettings {
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > HIGHEST_PORT)) {
            throw new IllegalArgumentException(
                    "port " + port.getAsInt() + " is not usable: 1 to " + HIGHEST_PORT);
        }
    }

    public static EmbeddedKafkaSettings in(Path directory) {
        return new EmbeddedKafkaSettings(directory, OptionalInt.empty());
    }
}
