package dev.vitalcore.app;

import dev.vitalcore.telemetry.domain.Calibrations;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How one process of the platform is set up.
 *
 * @param data where everything is kept; absent: in a new folder that is removed when it stops
 * @param port of page and interfaces, on loopback; 0 for any free one
 * @param calibrations corrections of the cars' sensors
 * @param schemaRegistry where a registry of Confluent's API is; absent: the one in the process
 * @param weather of a provider of forecasts; absent: nothing is asked of any other machine
 * @param eventStore where decisions are kept
 */
public record PlatformSettings(
        Optional<Path> data,
        int port,
        Calibrations calibrations,
        Optional<URI> schemaRegistry,
        Optional<URI> weather,
        EventStorePlace eventStore) {
    public PlatformSettings {
        requirePort(port);
    }

    /**
     * @throws WrongUsage when there can be no such port
     */
    public static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new WrongUsage(
                    "--port " + port + " is not usable",
                    "give one between 1 and 65535, or 0 for any free one");
        }
    }

    /** Of a platform whose data outlives it. */
    public static PlatformSettings of(Path data, int port) {
        return of(Optional.of(data), port);
    }

    /** Of a platform whose data goes with it. */
    public static PlatformSettings temporary(int port) {
        return of(Optional.empty(), port);
    }

    /**
     * With the corrections of a calibration file.
     *
     * @throws dev.vitalcore.kernel.Fault when the file is not usable
     */
    public PlatformSettings calibratedBy(Path file) {
        return new PlatformSettings(
                data, port, CalibrationFile.read(file), schemaRegistry, weather, eventStore);
    }

    /** With a registry elsewhere, whose numbers the log then has. */
    public PlatformSettings registeredAt(URI registry) {
        return new PlatformSettings(
                data, port, calibrations, Optional.of(registry), weather, eventStore);
    }

    /** With forecasts of a provider. */
    public PlatformSettings askingForWeather(URI provider) {
        return new PlatformSettings(
                data, port, calibrations, schemaRegistry, Optional.of(provider), eventStore);
    }

    /** With decisions kept there. */
    public PlatformSettings decidedAt(EventStorePlace place) {
        return new PlatformSettings(data, port, calibrations, schemaRegistry, weather, place);
    }

    private static PlatformSettings of(Optional<Path> data, int port) {
        return new PlatformSettings(
                data,
                port,
                Calibrations.NONE,
                Optional.empty(),
                Optional.empty(),
                EventStorePlace.inDirectory());
    }
}
