package dev.vitalcore.pulsar;

import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pulsar.client.api.AuthenticationFactory;
import org.apache.pulsar.client.api.ClientBuilder;
import org.apache.pulsar.client.api.CompressionType;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.MessageIdAdv;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.ProducerAccessMode;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.Reader;
import org.apache.pulsar.client.api.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The topic: read onwards from where one was, and written to as its exclusive producer. Not
 * thread-safe, but {@link #isWriter} may be asked by any thread.
 */
final class EventTopic implements AutoCloseable {
    /** For each answer of the broker. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int CONNECT_SECONDS = 10;

    /** Messages that the client fetches ahead while the topic is read. */
    private static final int READ_AHEAD = 500;

    private final PulsarSettings settings;
    private final int patienceMillis;
    private final PulsarClient client;
    private volatile @Nullable Producer<byte[]> producer;
    private @Nullable Reader<byte[]> reader;
    private MessageId last = MessageId.earliest;

    private EventTopic(PulsarSettings settings, int patienceMillis, PulsarClient client) {
        this.settings = settings;
        this.patienceMillis = patienceMillis;
        this.client = client;
    }

    /**
     * @param patience how long the broker may take for each answer
     */
    static EventTopic open(PulsarSettings settings, Duration patience) {
        int patienceMillis = (int) patience.toMillis();
        // A little less, so that the client can still say why.
        int clientMillis = patienceMillis * 5 / 6;
        ClientBuilder builder =
                PulsarClient.builder()
                        .serviceUrl(settings.service().toString())
                        .connectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .operationTimeout(clientMillis, TimeUnit.MILLISECONDS)
                        .lookupTimeout(clientMillis, TimeUnit.MILLISECONDS);
        settings.tokenFile()
                .ifPresent(file ->
                        builder.authentication(AuthenticationFactory.token(new Token(file))));
        try {
            return new EventTopic(settings, patienceMillis, builder.build());
        } catch (PulsarClientException e) {
            throw PulsarFaults.of(e, settings.where());
        }
    }

    /** Whether nobody else can write at this moment. */
    boolean isWriter() {
        Producer<byte[]> current = producer;
        return current != null && current.isConnected();
    }

    /**
     * Becomes the only writer, if it is not.
     *
     * @return whether it just became so: then the topic is to be read to its end before it is
     *     written to
     * @throws Fault (unavailable, {@code event-store-has-writer}) when another process is
     */
    boolean becomeWriter() {
        if (producer != null) {
            return false;
        }
        try {
            producer =
                    made(
                            client.newProducer(Schema.BYTES)
                                    .topic(topic())
                                    .producerName("vitalcore: " + settings.writer())
                                    .accessMode(ProducerAccessMode.Exclusive)
                                    // One message is one append: a batch of the client's would join
                                    // several.
                                    .enableBatching(false)
                                    .compressionType(CompressionType.ZSTD)
                                    // The client sends again until the broker has it or the topic
                                    // is taken
                                    // by another; with deduplication it is kept once.
                                    .sendTimeout(0, TimeUnit.SECONDS)
                                    .createAsync(),
                            Producer::closeAsync);
            return true;
        } catch (PulsarClientException e) {
            throw PulsarFaults.of(e, settings.where());
        }
    }

    /** Is the writer no more, whatever is under way. */
    void resign() {
        Producer<byte[]> resigning = producer;
        producer = null;
        if (resigning != null) {
            // Whether it comes to a good end is nobody's concern: the broker lets go in any case.
            CompletableFuture<Void> unused = resigning.closeAsync();
        }
    }

    /**
     * Sends as the writer.
     *
     * @param lastPosition numbers the message for the broker, which keeps each number once
     */
    CompletableFuture<MessageId> send(byte[] message, long lastPosition) {
        Producer<byte[]> writer = producer;
        if (writer == null) {
            throw new IllegalStateException("only the writer sends");
        }
        return writer.newMessage().sequenceId(lastPosition).value(message).sendAsync();
    }

    /**
     * Waits until the broker has kept it.
     *
     * @return where; {@link #isRepeat} where the broker had it already
     * @throws TimeoutException when it is still not known
     * @throws Fault when it failed for good
     */
    MessageId await(CompletableFuture<MessageId> sent) throws TimeoutException {
        try {
            return sent.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw PulsarFaults.of(PulsarClientException.unwrap(e.getCause()), settings.where());
        } catch (InterruptedException e) {
            throw PulsarFaults.interrupted(settings.where(), e);
        }
    }

    /** Whether the broker has dropped the message because it has kept one of that number. */
    static boolean isRepeat(MessageId kept) {
        return kept instanceof MessageIdAdv id && id.getLedgerId() < 0;
    }

    /** Nothing up to there needs to be read any more. */
    void wasKept(MessageId own) {
        stopReading();
        last = own;
    }

    /** Hands over each message that came since the last time, or since ever. */
    void readOn(Consumer<byte[]> message) {
        try {
            Reader<byte[]> current = reader();
            while (answer(current.hasMessageAvailableAsync())) {
                Message<byte[]> next = current.readNext(patienceMillis, TimeUnit.MILLISECONDS);
                if (next == null) {
                    throw PulsarFaults.silent(settings.where(), patienceMillis);
                }
                message.accept(next.getValue());
                last = next.getMessageId();
            }
        } catch (PulsarClientException e) {
            stopReading();
            throw PulsarFaults.of(e, settings.where());
        } catch (RuntimeException | Error e) {
            stopReading(); // what failed is read again
            throw e;
        }
    }

    /** Lets go what reading ahead holds; {@link #readOn} goes on where it was. */
    void stopReading() {
        Reader<byte[]> ending = reader;
        reader = null;
        if (ending != null) {
            CompletableFuture<Void> unused = ending.closeAsync();
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (PulsarClientException e) {
            // The broker lets go what was held when the connection ends.
            resign();
        }
    }

    private Reader<byte[]> reader() throws PulsarClientException {
        Reader<byte[]> current = reader;
        if (current == null) {
            current =
                    made(
                            client.newReader(Schema.BYTES)
                                    .topic(topic())
                                    .startMessageId(last)
                                    .receiverQueueSize(READ_AHEAD)
                                    .createAsync(),
                            Reader::closeAsync);
            reader = current;
        }
        return current;
    }

    /** What comes when nobody waits for it any more is let go. */
    private <T> T made(CompletableFuture<T> making, Function<T, CompletableFuture<Void>> letGo)
            throws PulsarClientException {
        try {
            return answer(making);
        } catch (Fault notInTime) {
            CompletableFuture<Void> unused = making.thenCompose(letGo);
            throw notInTime;
        }
    }

    /** The client's own time-outs may come one after the other: a broker that hangs takes twice. */
    private <T> T answer(CompletableFuture<T> asked) throws PulsarClientException {
        try {
            return asked.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw PulsarClientException.unwrap(e.getCause());
        } catch (TimeoutException e) {
            throw PulsarFaults.silent(settings.where(), patienceMillis);
        } catch (InterruptedException e) {
            throw PulsarFaults.interrupted(settings.where(), e);
        }
    }

    private String topic() {
        return "persistent://" + settings.topic();
    }
}
