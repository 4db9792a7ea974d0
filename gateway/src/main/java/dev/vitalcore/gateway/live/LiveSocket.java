package dev.vitalcore.gateway.live;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The connection to one client, as its sending thread uses it. */
interface LiveSocket {
    /** Sends a text frame; blocks while the client takes nothing, at most for the send time. */
    void send(String frame) throws IOException;

    /** Sends a binary frame, as {@link #send(String)} sends a text. */
    void send(ByteBuffer frame) throws IOException;

    void ping() throws IOException;

    /** Closes with a code of RFC 6455; harmless when it is closed already. */
    void close(int code, String reason);
}
