package dev.vitalcore.gateway;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a gateway over real HTTP. */
abstract class GatewayCaller implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();

    /** Of the gateway, on loopback. */
    abstract int port();

    HttpClient http() {
        return http;
    }

    JsonNode get(String path) {
        return json(answer(path));
    }

    HttpResponse<String> answer(String path) {
        return send(request(path).GET().build());
    }

    ByteBuffer bytes(String path) {
        try {
            return ByteBuffer.wrap(
                    http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                            .body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> post(String path, String type, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    /** A command to race control; without a key where it is null. */
    HttpResponse<String> command(String session, @Nullable String key, String body) {
        HttpRequest.Builder request =
                request("/sessions/" + session + "/commands")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return send((key == null ? request : request.header("Idempotency-Key", key)).build());
    }

    HttpRequest.Builder request(String path) {
        return page("/api/v1" + path);
    }

    HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** Each block after its length. */
    static byte[] body(List<byte[]> blocks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            for (byte[] block : blocks) {
                out.writeInt(block.length);
                out.write(block);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return body.toByteArray();
    }

    @Override
    public void close() {
        http.close();
    }
}
