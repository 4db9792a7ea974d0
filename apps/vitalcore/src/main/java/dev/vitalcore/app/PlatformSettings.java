package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How one process of the platform is set up.
 *
 * @param data where everything is kept; absent: in a new folder that is removed when it stops
 * @param port of page and interfaces, on loopback; 0 for any free one
 */
public record PlatformSettings(Optional<Path> data, int port) {
    public PlatformSettings {
        if (port < 0 || port > 65_535) {
            throw Fault.user(
                    "port-unusable",
                    "port " + port + " is not usable",
                    "give one between 1 and 65535, or 0 for any free one");
        }
    }

    /** Of a platform whose data outlives it. */
    public static PlatformSettings of(Path data, int port) {
        return new PlatformSettings(Optional.of(data), port);
    }

    /** Of a platform whose data goes with it. */
    public static PlatformSettings temporary(int port) {
        return new PlatformSettings(Optional.empty(), port);
    }
}
