package dev.vitalcore.gateway;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the gateway listens and whom it serves.
 *
 * @param port 0 for any free one
 * @param allowedHosts names, besides those of the loopback interface and the bound address, under
 *     which the gateway may be called; without port
 * @param allowedOrigins pages of other servers that may change things and open live sockets, e.g.
 *     {@code https://pitwall.example}
 */
public record GatewaySettings(
        InetAddress bind,
        int port,
        Set<String> allowedHosts,
        Set<String> allowedOrigins,
        GatewayLimits limits) {
    public GatewaySettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
        }
        allowedHosts = lowerCase(allowedHosts);
        allowedOrigins = lowerCase(allowedOrigins);
    }

    /** Reachable from this machine only. */
    public static GatewaySettings loopback(int port) {
        return new GatewaySettings(
                InetAddress.getLoopbackAddress(),
                port,
                Set.of(),
                Set.of(),
                GatewayLimits.defaults());
    }

    public GatewaySettings withLimits(GatewayLimits others) {
        return new GatewaySettings(bind, port, allowedHosts, allowedOrigins, others);
    }

    private static Set<String> lowerCase(Set<String> names) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
