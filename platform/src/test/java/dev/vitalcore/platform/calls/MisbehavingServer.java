package dev.vitalcore.platform.calls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server on loopback that answers as it is told: well, badly or not at all. A connection
 * serves one request.
 */
public final class MisbehavingServer implements AutoCloseable {
    private static final int TRICKLE_MILLIS = 5;

    private final ServerSocket listening;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final AtomicInteger hungUp = new AtomicInteger();
    private volatile Behaviour behaviour;

    public MisbehavingServer(Behaviour behaviour) {
        this(0, behaviour);
    }

    private MisbehavingServer(int port, Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** What the server does with the connection after it has read a request. */
    @FunctionalInterface
    public interface Behaviour {
        /**
         * @param closing opens when the server is closed
         */
        void answer(OutputStream out, CountDownLatch closing)
                throws IOException, InterruptedException;
    }

    /** Answers as a server should. */
    public static Behaviour answering(int status, String body, String... headers) {
        return (out, closing) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            head(out, status, "Content-Length: " + bytes.length, headers);
            out.write(bytes);
            out.flush();
        };
    }

    /** Never says anything. */
    public static Behaviour silent() {
        return (out, closing) -> closing.await();
    }

    /** Promises more than it sends. */
    public static Behaviour stoppingInTheBody() {
        return (out, closing) -> {
            head(out, 200, "Content-Length: 1000");
            out.write("{\"latitude\":".getBytes(StandardCharsets.UTF_8));
            out.flush();
            closing.await();
        };
    }

    /** Sends for ever, as fast as it can. */
    public static Behaviour endless() {
        return (out, closing) -> {
            head(out, 200, "Connection: close");
            byte[] spaces = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
            while (closing.getCount() > 0) {
                out.write(spaces);
            }
        };
    }

    /** Sends a byte now and then, for ever. */
    public static Behaviour trickling() {
        return (out, closing) -> {
            head(out, 200, "Connection: close");
            do {
                out.write(' ');
                out.flush();
            } while (!closing.await(TRICKLE_MILLIS, TimeUnit.MILLISECONDS));
        };
    }

    /** Hangs up without an answer. */
    public static Behaviour hangingUp() {
        return (out, closing) -> out.close();
    }

    /** Says something that is no HTTP. */
    public static Behaviour babbling() {
        return (out, closing) -> {
            out.write("220 mail server ready\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        };
    }

    public void behave(Behaviour other) {
        behaviour = other;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** The first lines of the requests. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The headers of all requests. */
    public List<String> headers() {
        return List.copyOf(headers);
    }

    /** How many connections the caller closed. */
    public int hungUp() {
        return hungUp.get();
    }

    /** One that listens where this one did, which is to be closed before. */
    public MisbehavingServer again(Behaviour other) {
        return new MisbehavingServer(listening.getLocalPort(), other);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listening.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void head(OutputStream out, int status, String first, String... headers)
            throws IOException {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        out.write(
                ("HTTP/1.1 "
                                + status
                                + " x\r\nContent-Type: application/json\r\n"
                                + first
                                + "\r\n"
                                + more
                                + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                Socket connection = listening.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    connection.getInputStream(), StandardCharsets.UTF_8));
            String request = in.readLine();
            if (request == null) {
                return;
            }
            requests.add(request);
            for (String header = in.readLine();
                    header != null && !header.isEmpty();
                    header = in.readLine()) {
                headers.add(header);
            }
            Thread.ofVirtual().start(() -> closeWhenTheOtherDoes(in, connection));
            behaviour.answer(connection.getOutputStream(), closing);
        } catch (IOException gone) {
            // the caller hung up
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A caller that gives up has to close its connection. */
    private void closeWhenTheOtherDoes(BufferedReader in, Socket connection) {
        try (connection) {
            if (in.read() < 0 && closing.getCount() > 0) {
                hungUp.incrementAndGet();
            }
        } catch (IOException gone) {
            hungUp.incrementAndGet();
        }
    }
}
