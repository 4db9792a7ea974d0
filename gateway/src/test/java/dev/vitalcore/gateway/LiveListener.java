package dev.vitalcore.gateway;

import dev.vitalcore.gateway.live.BinaryFrame;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A live client over a real socket. Takes frames only while it is told to. */
final class LiveListener implements WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final List<BinaryFrame> binaryFrames = new CopyOnWriteArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final boolean eager;

    private LiveListener(boolean eager) {
        this.eager = eager;
    }

    static LiveListener eager() {
        return new LiveListener(true);
    }

    /** Takes nothing until the test calls {@code request} on the socket. */
    static LiveListener slow() {
        return new LiveListener(false);
    }

    @Override
    public void onOpen(WebSocket socket) {
        if (eager) {
            socket.request(Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(JsonMapper.shared().readTree(partial.toString()));
            partial.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            binaryFrames.add(BinaryFrame.read(ByteBuffer.wrap(binary.toByteArray()), names));
            binary.reset();
        }
        return null;
    }

    /** The first binary frame that is as wanted, now or soon. */
    BinaryFrame awaitBinary(Predicate<BinaryFrame> wanted) {
        Awaitility.await("a binary frame that is as wanted")
                .atMost(PATIENCE)
                .until(() -> binaryFrames.stream().anyMatch(wanted));
        return binaryFrames.stream().filter(wanted).findFirst().orElseThrow();
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed.completeExceptionally(error);
    }

    List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    List<JsonNode> frames(String type) {
        return frames.stream().filter(ofType(type)).toList();
    }

    /** The first frame of the type that is as wanted, now or soon. */
    JsonNode await(String type, Predicate<JsonNode> wanted) {
        Predicate<JsonNode> both = ofType(type).and(wanted);
        Awaitility.await("a frame '" + type + "' that is as wanted")
                .atMost(PATIENCE)
                .until(() -> frames.stream().anyMatch(both));
        return frames.stream().filter(both).findFirst().orElseThrow();
    }

    JsonNode await(String type) {
        return await(type, frame -> true);
    }

    int awaitClose() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static Predicate<JsonNode> ofType(String type) {
        return frame -> frame.path("type").asString().equals(type);
    }
}
