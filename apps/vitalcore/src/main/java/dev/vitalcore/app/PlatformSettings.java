package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;

/**
 * How one process of the platform is set up.
 *
 * @param data where everything is kept
 * @param port of page and interfaces, on loopback; 0 for any free one
 */
public record PlatformSettings(Path data, int port) {
    public PlatformSettings {
        if (port < 0 || port > 65_535) {
            throw Fault.user(
                    "port-unusable",
                    "port " + port + " is not usable",
                    "give one between 1 and 65535, or 0 for any free one");
        }
    }

    public static PlatformSettings of(Path data, int port) {
        return new PlatformSettings(data, port);
    }
}
