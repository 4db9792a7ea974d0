package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a port is free, so that a busy one is told before the engines start. */
final class PortProbe {
    private PortProbe() {}

    /**
     * @param port 0 is always free
     */
    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException busy) {
            throw Fault.unavailable(
                    "port-busy",
                    "port " + port + " is in use by another program",
                    "stop that program, or choose another port with --port",
                    busy);
        }
    }
}
