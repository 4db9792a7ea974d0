package dev.vitalcore.kafka;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Looks whether ports are free before the broker takes them: Kafka itself notices a busy port late
 * and by ending the process.
 */
final class LoopbackPorts {
    private LoopbackPorts() {}

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of the last run may still linger
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw Fault.unavailable(
                    "no-free-port",
                    "no port is free on the loopback address; " + e,
                    "end programs that hold many connections",
                    e);
        }
    }

    static void requireFree(int port) {
        if (!isFree(port)) {
            throw Fault.unavailable(
                    "log-port-busy",
                    "port " + port + " is taken by another program",
                    "end the other program, or choose another port for the log");
        }
    }
}
