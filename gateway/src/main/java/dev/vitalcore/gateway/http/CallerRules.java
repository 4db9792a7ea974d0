package dev.vitalcore.gateway.http;

import dev.vitalcore.gateway.GatewaySettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Who may call. A page of any site can make the browser of an engineer send requests to this
 * machine: by a name that resolves to it (DNS rebinding; caught by the Host header), or directly
 * (request forgery; caught by the Origin header).
 */
public final class CallerRules {
    private static final int HTTP_PORT = 80;

    private final Set<String> hosts = new HashSet<>(Set.of("127.0.0.1", "localhost", "::1"));
    private final Set<String> origins;

    public CallerRules(GatewaySettings settings) {
        InetAddress bound = settings.bind();
        if (!bound.isAnyLocalAddress()) {
            hosts.add(bound.getHostAddress().toLowerCase(Locale.ROOT));
        }
        hosts.addAll(settings.allowedHosts());
        origins = settings.allowedOrigins();
    }

    /**
     * @param host the name in the Host header, without port
     */
    boolean hostAllowed(String host) {
        return hosts.contains(withoutBrackets(host.toLowerCase(Locale.ROOT)));
    }

    /** A page of another server that is configured. */
    boolean originConfigured(String origin) {
        return origins.contains(origin.toLowerCase(Locale.ROOT));
    }

    /**
     * The page of this very server. A browser knows the server by the name and port that it calls;
     * behind a tunnel these are not the ones that are bound here, so the caller's own count.
     *
     * @param host the name in the Host header, one that is allowed
     * @param port that of the Host header; the usual one where there is none
     */
    boolean ownOrigin(String origin, String host, int port) {
        try {
            URI uri = new URI(origin.toLowerCase(Locale.ROOT));
            String name = uri.getHost();
            return "http".equals(uri.getScheme())
                    && name != null
                    && (uri.getPort() < 0 ? HTTP_PORT : uri.getPort()) == port
                    && withoutBrackets(name).equals(withoutBrackets(host.toLowerCase(Locale.ROOT)));
        } catch (URISyntaxException notAnOrigin) {
            return false;
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }
}
