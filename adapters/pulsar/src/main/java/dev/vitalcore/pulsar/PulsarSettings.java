package dev.vitalcore.pulsar;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.events.AddressParameters;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the topic of the event store is. A token is never part of it, only the file that holds one.
 *
 * @param service of the broker, {@code pulsar://} or {@code pulsar+ssl://}
 * @param admin of the broker, {@code http://} or {@code https://}: there the retention is set and
 *     checked
 * @param topic {@code tenant/namespace/name}; not partitioned
 * @param tokenFile whose content is a JWT that the broker knows; read again at each connection
 * @param memoryLimitBytes what the events may take in memory, as {@link
 *     dev.vitalcore.platform.events.replica.LogInMemory} counts it; a store that has grown larger
 *     is refused
 * @param writer who this process is, as others are told while it writes
 */
public record PulsarSettings(
        URI service,
        URI admin,
        String topic,
        Optional<Path> tokenFile,
        long memoryLimitBytes,
        String writer) {
    /** Room for some 600,000 events of 150 bytes. */
    public static final long DEFAULT_MEMORY_LIMIT_BYTES = 512L * 1024 * 1024;

    private static final int SERVICE_PORT = 6650;
    private static final int ADMIN_PORT = 8080;
    private static final String NAME = "[A-Za-z0-9_-]{1,60}";
    private static final Pattern TOPIC = Pattern.compile(NAME + "/" + NAME + "/" + NAME);
    private static final String FORM =
            "write it as pulsar://HOST:PORT/TENANT/NAMESPACE/TOPIC?admin=http://HOST:PORT&token-file=FILE;"
                    + " ports, admin and token-file may be left out";

    public PulsarSettings {
        if (!TOPIC.matcher(topic).matches()) {
            throw unusable("topic '" + Text.abbreviate(topic, 80) + "' of Pulsar is not usable");
        }
        requireOneOf(service, "pulsar", "pulsar+ssl");
        requireOneOf(admin, "http", "https");
        if (tokenFile.isPresent()
                && !(isPrivate(service, "pulsar+ssl") && isPrivate(admin, "https"))) {
            throw Fault.user(
                    "pulsar-token-in-the-clear",
                    "the token would go to " + service.getHost() + " without encryption",
                    "use pulsar+ssl:// and admin=https://, or leave token-file out");
        }
        if (memoryLimitBytes < 1) {
            throw unusable("a memory limit of " + memoryLimitBytes + " bytes is not usable");
        }
    }

    /**
     * Reads {@code pulsar://host:port/tenant/namespace/topic} with the parameters {@code admin}
     * (default: port 8080 of the same host, 8443 with TLS) and {@code token-file}.
     *
     * @throws Fault (user) when the text has another form
     */
    public static PulsarSettings parse(String text) {
        URI address = uri(text);
        if (address.getHost() == null || address.getUserInfo() != null) {
            throw unusable("the address of the Pulsar broker is not usable");
        }
        boolean tls = "pulsar+ssl".equals(address.getScheme());
        AddressParameters parameters = new AddressParameters(address, PulsarSettings::unusable);
        Optional<URI> admin = parameters.take("admin").map(PulsarSettings::uri);
        Optional<Path> token = parameters.take("token-file").map(Path::of);
        parameters.requireNoOther();
        String host = address.getHost();
        int port = address.getPort() < 0 ? SERVICE_PORT + (tls ? 1 : 0) : address.getPort();
        String path = address.getPath() == null ? "" : address.getPath();
        return new PulsarSettings(
                URI.create(address.getScheme() + "://" + host + ":" + port),
                admin.orElseGet(() ->
                        URI.create(
                                tls
                                        ? "https://" + host + ":8443"
                                        : "http://" + host + ":" + ADMIN_PORT)),
                path.startsWith("/") ? path.substring(1) : path,
                token,
                DEFAULT_MEMORY_LIMIT_BYTES,
                thisProcess());
    }

    String namespace() {
        return topic.substring(0, topic.lastIndexOf('/'));
    }

    /** For messages. */
    public String where() {
        return service + "/" + topic;
    }

    private static void requireOneOf(URI address, String plain, String tls) {
        String scheme = address.getScheme();
        if (address.getRawUserInfo() != null) {
            throw unusable("an address with a name or a password in it is not taken");
        }
        if (address.getHost() == null || !(plain.equals(scheme) || tls.equals(scheme))) {
            throw unusable(
                    "'" + Text.abbreviate(address.toString(), 80) + "' is no " + plain + "://");
        }
    }

    private static boolean isPrivate(URI address, String tls) {
        return tls.equals(address.getScheme()) || AddressParameters.isLoopback(address.getHost());
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw unusable("the address of the Pulsar broker is not usable");
        }
    }

    private static String thisProcess() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown-host";
        }
        return "process " + ProcessHandle.current().pid() + " on " + host;
    }

    private static Fault unusable(String what) {
        return Fault.user("pulsar-settings", what, FORM);
    }
}
