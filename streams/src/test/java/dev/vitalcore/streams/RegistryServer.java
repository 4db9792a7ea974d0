package dev.vitalcore.streams;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vitalcore.platform.schema.RegisteredSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registry of these tests under the calls that a job makes before it is submitted. The whole
 * REST API is the gateway's, which tests it there.
 */
final class RegistryServer implements AutoCloseable {
    private static final String SUBJECTS = "/subjects/";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;

    private RegistryServer(HttpServer server) {
        this.server = server;
    }

    static RegistryServer start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(SUBJECTS, RegistryServer::answer);
        server.start();
        return new RegistryServer(server);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(SUBJECTS.length()).split("/");
        byte[] body = JSON.writeValueAsBytes(answer(exchange, path));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Object answer(HttpExchange exchange, String[] path) {
        String subject = path[0];
        if (exchange.getRequestMethod().equals("POST")) {
            String schema = JSON.readTree(exchange.getRequestBody()).path("schema").asString();
            return path.length == 2
                    ? Map.of("id", TestSchemas.REGISTRY.register(subject, schema))
                    : whole(subject, TestSchemas.REGISTRY.lookup(subject, schema));
        }
        if (path.length == 2) {
            return TestSchemas.REGISTRY.versions(subject);
        }
        return whole(subject, TestSchemas.REGISTRY.version(subject, Integer.parseInt(path[2])));
    }

    private static Object whole(String subject, RegisteredSchema found) {
        return Map.of(
                "subject", subject,
                "version", found.version(),
                "id", found.id(),
                "schema", found.schema());
    }
}
