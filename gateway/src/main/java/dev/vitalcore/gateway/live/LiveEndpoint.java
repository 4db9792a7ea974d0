package dev.vitalcore.gateway.live;

import dev.vitalcore.gateway.LiveLimits;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** The live socket as Spring calls it: turns connections into clients and texts into messages. */
final class LiveEndpoint extends TextWebSocketHandler {
    private static final int NORMAL = 1000;
    private static final int NOT_ACCEPTABLE = 1003;
    private static final int TOO_BIG = 1009;
    private static final String CONNECTED = Connected.class.getName();

    private final LiveHub hub;
    private final JsonMapper mapper;
    private final LiveLimits limits;

    LiveEndpoint(LiveHub hub, JsonMapper mapper, LiveLimits limits) {
        this.hub = hub;
        this.mapper = mapper;
        this.limits = limits;
    }

    /** In parts, because the container would close too long a message itself, while we send. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws IOException {
        SessionId id = (SessionId) socket.getAttributes().get(LiveHandshake.SESSION);
        Optional<SessionSummary> session = Optional.ofNullable(id).flatMap(hub::session);
        SampleView.Form samples =
                socket.getAttributes().get(LiveHandshake.SAMPLES) instanceof SampleView.Form form
                        ? form
                        : SampleView.Form.JSON;
        Optional<LiveClient> client =
                session.flatMap(found ->
                        hub.join(found, new SpringSocket(socket, limits.sendTime()), samples));
        if (client.isPresent()) {
            socket.getAttributes().put(CONNECTED, new Connected(client.get(), new IncomingText()));
        } else {
            socket.close(CloseStatus.SERVICE_OVERLOAD.withReason("there is no place for a client"));
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage part) {
        connected(socket).ifPresent(connected -> take(connected, part));
    }

    /** Through the client, because its thread alone may use the socket. */
    @Override
    protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage binary) {
        connected(socket)
                .ifPresent(it -> it.client().close(NOT_ACCEPTABLE, "only text frames are read"));
    }

    @Override
    protected void handlePongMessage(WebSocketSession socket, PongMessage pong) {
        connected(socket).ifPresent(it -> it.client().heard());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        connected(socket).ifPresent(it -> it.client().close(NORMAL, "the client closed"));
    }

    private void take(Connected connected, TextMessage part) {
        LiveClient client = connected.client();
        client.heard();
        try {
            connected
                    .text()
                    .add(part.getPayload(), part.isLast())
                    .ifPresent(message -> take(client, message));
        } catch (IncomingText.MessageTooLong tooLong) {
            client.close(TOO_BIG, String.valueOf(tooLong.getMessage()));
        }
    }

    private void take(LiveClient client, String text) {
        try {
            switch (ClientMessage.parse(mapper, text)) {
                case ClientMessage.Subscribe subscribe -> client.trace(subscribe.request());
                case ClientMessage.Ping ping -> client.offer(LiveFrames.PONG);
            }
        } catch (IllegalArgumentException unusable) {
            client.close(NOT_ACCEPTABLE, String.valueOf(unusable.getMessage()));
        }
    }

    private static Optional<Connected> connected(WebSocketSession socket) {
        return Optional.ofNullable((Connected) socket.getAttributes().get(CONNECTED));
    }

    /** What belongs to one socket. */
    private record Connected(LiveClient client, IncomingText text) {}
}
