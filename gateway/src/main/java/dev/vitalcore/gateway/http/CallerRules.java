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

    /** The page of this very server, or one that is configured. */
    boolean originAllowed(String origin, int port) {
        String wanted = origin.toLowerCase(Locale.ROOT);
        if (origins.contains(wanted)) {
            return true;
        }
        try {
            URI uri = new URI(wanted);
            String host = uri.getHost();
            return "http".equals(uri.getScheme())
                    && host != null
                    && uri.getPort() == port
                    && hostAllowed(host);
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
