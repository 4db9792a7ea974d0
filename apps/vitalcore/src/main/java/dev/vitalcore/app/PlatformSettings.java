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
 * @param providers of what others know
 * @param eventStore where decisions are kept
 */
public record PlatformSettings(
        Optional<Path> data,
        int port,
        Calibrations calibrations,
        Optional<URI> schemaRegistry,
        Providers providers,
        EventStorePlace eventStore) {
    public PlatformSettings {
        requirePort(port);
    }

    /**
     * Whom to ask on other machines; where one is absent nobody is asked.
     *
     * @param weather a provider of forecasts
     * @param trackData a document of circuits
     */
    public record Providers(Optional<URI> weather, Optional<URI> trackData) {
        static final Providers NONE = new Providers(Optional.empty(), Optional.empty());
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
                data, port, CalibrationFile.read(file), schemaRegistry, providers, eventStore);
    }

    /** With a registry elsewhere, whose numbers the log then has. */
    public PlatformSettings registeredAt(URI registry) {
        return new PlatformSettings(
                data, port, calibrations, Optional.of(registry), providers, eventStore);
    }

    /** With forecasts of a provider. */
    public PlatformSettings askingForWeather(URI provider) {
        return asking(new Providers(Optional.of(provider), providers.trackData()));
    }

    /** With circuits of a document. */
    public PlatformSettings askingForCircuits(URI document) {
        return asking(new Providers(providers.weather(), Optional.of(document)));
    }

    private PlatformSettings asking(Providers others) {
        return new PlatformSettings(data, port, calibrations, schemaRegistry, others, eventStore);
    }

    /** With decisions kept there. */
    public PlatformSettings decidedAt(EventStorePlace place) {
        return new PlatformSettings(data, port, calibrations, schemaRegistry, providers, place);
    }

    private static PlatformSettings of(Optional<Path> data, int port) {
        return new PlatformSettings(
                data,
                port,
                Calibrations.NONE,
                Optional.empty(),
                Providers.NONE,
                EventStorePlace.inDirectory());
    }
}
