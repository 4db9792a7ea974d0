package dev.vitalcore.gateway.live;

import dev.vitalcore.gateway.LiveLimits;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One live client: a queue that any thread may fill, and one virtual thread that alone sends. A
 * slow client holds up its own thread and nothing else.
 */
final class LiveClient implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);
    private static final int SERVER_ERROR = 1011;

    private final LiveSession session;
    private final LiveSocket socket;
    private final LiveQueue queue;
    private final SampleView view;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private volatile TraceRequest request = TraceRequest.NONE;

    LiveClient(LiveSession session, LiveSocket socket, SampleView.Form samples, LiveLimits limits) {
        this.view = SampleView.of(samples);
        this.session = session;
        this.socket = socket;
        this.queue = new LiveQueue(limits, System.nanoTime());
    }

    void offer(String frame) {
        tell(toFill -> toFill.offer(frame));
    }

    void restart() {
        tell(LiveQueue::restart);
    }

    void close(int code, String reason) {
        tell(toFill -> toFill.close(code, reason));
    }

    void samplesReady() {
        lock.lock();
        try {
            if (queue.samplesReady()) {
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The client gave a sign of life. */
    void heard() {
        tell(toFill -> toFill.heard(System.nanoTime()));
    }

    TraceRequest request() {
        return request;
    }

    /** Traces these channels from now on and no others. */
    void trace(TraceRequest wanted) {
        request = wanted;
        session.retrace();
    }

    @Override
    public void run() {
        try {
            while (perform(await())) {
                // one piece of work after the other until the connection is closed
            }
        } catch (IOException gone) {
            LOG.atDebug().setCause(gone).log("live client is gone");
            socket.close(LiveQueue.TRY_AGAIN_LATER, "the client took no data");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.atError()
                    .addKeyValue("sessionId", session.id())
                    .setCause(broken)
                    .log("live client failed");
            socket.close(SERVER_ERROR, "an error in the server; connect again");
        } finally {
            session.leave(this);
        }
    }

    private LiveQueue.Work await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            LiveQueue.Work next = queue.next(System.nanoTime());
            while (next instanceof LiveQueue.Wait wait) {
                work.awaitNanos(wait.nanos());
                next = queue.next(System.nanoTime());
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /**
     * @return whether the connection goes on
     */
    private boolean perform(LiveQueue.Work next) throws IOException {
        switch (next) {
            case LiveQueue.Hello hello -> sendHello();
            case LiveQueue.Events events -> {
                for (String frame : events.frames()) {
                    socket.send(frame);
                }
            }
            case LiveQueue.Samples samples -> sendSamples();
            case LiveQueue.Ping ping -> socket.ping();
            case LiveQueue.Overflow overflow -> {
                socket.send(session.frames().overflow(overflow.reason()));
                socket.close(LiveQueue.TRY_AGAIN_LATER, overflow.reason());
                return false;
            }
            case LiveQueue.Close close -> {
                socket.close(close.code(), close.reason());
                return false;
            }
            case LiveQueue.Wait wait -> throw new IllegalStateException("waiting is no work");
        }
        return true;
    }

    private void sendHello() throws IOException {
        view.restart();
        try {
            socket.send(session.hello());
        } catch (Fault fault) {
            close(LiveQueue.TRY_AGAIN_LATER, fault.text());
        }
        // Cars that stand still have values too.
        samplesReady();
    }

    private void sendSamples() throws IOException {
        view.send(session.cars(), session.originNanos(), request, socket);
    }

    private void tell(Consumer<LiveQueue> change) {
        lock.lock();
        try {
            change.accept(queue);
            work.signal();
        } finally {
            lock.unlock();
        }
    }
}
