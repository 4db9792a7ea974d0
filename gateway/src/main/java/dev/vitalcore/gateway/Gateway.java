package dev.vitalcore.gateway;

import dev.vitalcore.kernel.Fault;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The running HTTP face. Serves from {@link #start} until {@link #close}. */
public final class Gateway implements AutoCloseable {
    private final AnnotationConfigServletWebServerApplicationContext context;
    private final InetAddress bind;
    private final int port;

    private Gateway(
            AnnotationConfigServletWebServerApplicationContext context,
            InetAddress bind,
            int port) {
        this.context = context;
        this.bind = bind;
        this.port = port;
    }

    /**
     * Starts to serve.
     *
     * @throws Fault (unavailable) when the port is in use
     */
    public static Gateway start(GatewayServices services, GatewaySettings settings) {
        // The context itself, not SpringApplication: that would take over logging and read the
        // files and environment variables of a program that this is only a part of.
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("gateway", serverProperties(settings)));
        context.registerBean(GatewayServices.class, () -> services);
        context.registerBean(GatewaySettings.class, () -> settings);
        context.register(GatewayConfiguration.class);
        try {
            context.refresh();
        } catch (RuntimeException failure) {
            context.close();
            throw portInUse(failure) ? busy(settings, failure) : failure;
        }
        WebServer server =
                Objects.requireNonNull(context.getWebServer(), "a refreshed context has a server");
        return new Gateway(context, settings.bind(), server.getPort());
    }

    public int port() {
        return port;
    }

    /** Where a browser on this machine finds the page. */
    public URI address() {
        String host =
                bind.isAnyLocalAddress() || bind.isLoopbackAddress()
                        ? "127.0.0.1"
                        : bind.getHostAddress();
        return URI.create(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
    }

    /** Stops to serve: live sockets are closed, requests in hand are finished. */
    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> serverProperties(GatewaySettings settings) {
        return Map.ofEntries(
                Map.entry("server.address", settings.bind().getHostAddress()),
                Map.entry("server.port", settings.port()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("server.tomcat.connection-timeout", "20s"),
                Map.entry("server.tomcat.max-connections", 1024),
                Map.entry("server.compression.enabled", true),
                Map.entry(
                        "server.compression.mime-types",
                        "text/html,text/css,text/javascript,text/csv"),
                Map.entry("spring.jackson.property-naming-strategy", "SNAKE_CASE"),
                Map.entry("spring.web.resources.add-mappings", false));
    }

    private static boolean portInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    private static Fault busy(GatewaySettings settings, RuntimeException cause) {
        return Fault.unavailable(
                "port-busy",
                "port "
                        + settings.port()
                        + " of "
                        + settings.bind().getHostAddress()
                        + " is in use",
                "stop the other program, or choose another port with --port",
                cause);
    }
}
