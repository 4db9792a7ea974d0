package dev.vitalcore.gateway.live;

import dev.vitalcore.gateway.GatewayLimits;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** The live socket as Spring calls it: turns connections into clients and texts into messages. */
final class LiveEndpoint extends TextWebSocketHandler {
    private static final int MOST_MESSAGE_BYTES = 16 * 1024;
    private static final int NORMAL = 1000;
    private static final int NOT_ACCEPTABLE = 1003;
    private static final String CLIENT = LiveClient.class.getName();

    private final LiveHub hub;
    private final JsonMapper mapper;
    private final GatewayLimits limits;

    LiveEndpoint(LiveHub hub, JsonMapper mapper, GatewayLimits limits) {
        this.hub = hub;
        this.mapper = mapper;
        this.limits = limits;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws IOException {
        socket.setTextMessageSizeLimit(MOST_MESSAGE_BYTES);
        SessionId id = (SessionId) socket.getAttributes().get(LiveHandshake.SESSION);
        Optional<SessionSummary> session = Optional.ofNullable(id).flatMap(hub::session);
        Optional<LiveClient> client =
                session.flatMap(
                        found -> hub.join(found, new SpringSocket(socket, limits.liveSendTime())));
        if (client.isPresent()) {
            socket.getAttributes().put(CLIENT, client.get());
        } else {
            socket.close(CloseStatus.SERVICE_OVERLOAD.withReason("there is no place for a client"));
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage text) {
        client(socket)
                .ifPresent(client -> {
                    client.heard();
                    take(client, text.getPayload());
                });
    }

    @Override
    protected void handlePongMessage(WebSocketSession socket, PongMessage pong) {
        client(socket).ifPresent(LiveClient::heard);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        client(socket).ifPresent(client -> client.close(NORMAL, "the client closed"));
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

    private static Optional<LiveClient> client(WebSocketSession socket) {
        return Optional.ofNullable((LiveClient) socket.getAttributes().get(CLIENT));
    }
}
