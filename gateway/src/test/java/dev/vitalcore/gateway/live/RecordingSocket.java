package dev.vitalcore.gateway.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client in the same process; it takes frames as soon as it is told to. */
final class RecordingSocket implements LiveSocket {
    private static final long PATIENCE_SECONDS = 10;

    private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Integer> closeCodes = new LinkedBlockingQueue<>();
    private final CountDownLatch sending = new CountDownLatch(1);
    private final CountDownLatch mayTake;

    private RecordingSocket(int gates) {
        mayTake = new CountDownLatch(gates);
    }

    static RecordingSocket eager() {
        return new RecordingSocket(0);
    }

    /** Takes nothing until {@link #take()}. */
    static RecordingSocket slow() {
        return new RecordingSocket(1);
    }

    void take() {
        mayTake.countDown();
    }

    void awaitFirstSend() throws InterruptedException {
        sending.await();
    }

    @Override
    public void send(String frame) throws IOException {
        sending.countDown();
        try {
            mayTake.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        frames.add(frame);
    }

    @Override
    public void send(ByteBuffer frame) {
        throw new UnsupportedOperationException("these tests read JSON");
    }

    @Override
    public void ping() {}

    @Override
    public void close(int code, String reason) {
        closeCodes.add(code);
    }

    JsonNode next() throws InterruptedException {
        String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came within " + PATIENCE_SECONDS + " s");
        }
        return JsonMapper.shared().readTree(frame);
    }

    List<JsonNode> next(int count) throws InterruptedException {
        Stream.Builder<JsonNode> taken = Stream.builder();
        for (int i = 0; i < count; i++) {
            taken.add(next());
        }
        return taken.build().toList();
    }

    int closeCode() throws InterruptedException {
        Integer code = closeCodes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (code == null) {
            throw new AssertionError("not closed within " + PATIENCE_SECONDS + " s");
        }
        return code;
    }
}
