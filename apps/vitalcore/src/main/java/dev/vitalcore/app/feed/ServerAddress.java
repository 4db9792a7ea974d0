package dev.vitalcore.app.feed;

import dev.vitalcore.app.WrongUsage;
import java.net.URI;
import java.util.List;

/** Where a platform is, as {@code --server} names it. */
final class ServerAddress {
    private static final int HIGHEST_PORT = 65_535;
    private static final List<String> SCHEMES = List.of("http", "https");

    private ServerAddress() {}

    /**
     * @throws WrongUsage when the address is none of a server
     */
    static URI required(URI server) {
        if (!isServer(server)) {
            throw new WrongUsage(
                    "--server '" + server + "' is not usable",
                    "give the whole address, e.g. --server http://127.0.0.1:8080");
        }
        return server;
    }

    /** {@code localhost:8080} is not: its scheme is {@code localhost}. */
    private static boolean isServer(URI address) {
        String scheme = address.getScheme();
        return scheme != null
                && SCHEMES.contains(scheme)
                && address.getHost() != null
                && address.getPort() <= HIGHEST_PORT;
    }
}
