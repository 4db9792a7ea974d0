package dev.vitalcore.gateway.live;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;

/** A WebSocket of Spring on Tomcat. */
final class SpringSocket implements LiveSocket {
    private static final Logger LOG = LoggerFactory.getLogger(SpringSocket.class);

    /** Tomcat's name for how long a blocking send may take, milliseconds. */
    private static final String SEND_TIME = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    /** RFC 6455: a control frame carries at most 125 bytes, 2 of them for the code. */
    private static final int LONGEST_REASON = 123;

    private final WebSocketSession session;

    SpringSocket(WebSocketSession session, Duration sendTime) {
        this.session = session;
        if (session instanceof StandardWebSocketSession standard) {
            Session container = standard.getNativeSession(Session.class);
            if (container != null) {
                container.getUserProperties().put(SEND_TIME, sendTime.toMillis());
            }
        }
    }

    @Override
    public void send(String frame) throws IOException {
        session.sendMessage(new TextMessage(frame));
    }

    @Override
    public void send(ByteBuffer frame) throws IOException {
        session.sendMessage(new BinaryMessage(frame));
    }

    @Override
    public void ping() throws IOException {
        session.sendMessage(new PingMessage());
    }

    @Override
    public void close(int code, String reason) {
        try {
            session.close(new CloseStatus(code, shortened(reason)));
        } catch (IOException gone) {
            LOG.atDebug().setCause(gone).log("live socket was gone before it was closed");
        }
    }

    private static String shortened(String reason) {
        String shown = reason;
        while (shown.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
            shown = shown.substring(0, shown.length() - 1);
        }
        return shown;
    }
}
