package dev.vitalcore.kurrentdb;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.replica.EventFrame;
import io.kurrent.dbclient.AppendToStreamOptions;
import io.kurrent.dbclient.ConnectionSettingsBuilder;
import io.kurrent.dbclient.ConnectionShutdownException;
import io.kurrent.dbclient.EventData;
import io.kurrent.dbclient.KurrentDBClient;
import io.kurrent.dbclient.KurrentDBClientSettings;
import io.kurrent.dbclient.ReadStreamOptions;
import io.kurrent.dbclient.ResolvedEvent;
import io.kurrent.dbclient.StreamNotFoundException;
import io.kurrent.dbclient.StreamState;
import io.kurrent.dbclient.WrongExpectedVersionException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The stream of KurrentDB. Its revisions count from 0 without gaps, so an event's revision is its
 * position less one. Thread-safe.
 */
final class EventLogStream implements AutoCloseable {
    private static final int PAGE = 1_000;
    private static final long DEADLINE_MILLIS = 20_000;
    private static final long WAIT_SECONDS = 30;

    private final KurrentDbSettings settings;
    private final KurrentDBClient client;

    EventLogStream(KurrentDbSettings settings) {
        this.settings = settings;
        this.client = KurrentDBClient.create(connection(settings));
    }

    /** The events after a position, a page of them; empty at the end. */
    List<RecordedEvent> after(long position) {
        ReadStreamOptions options =
                ReadStreamOptions.get().forwards().fromRevision(position).maxCount(PAGE);
        try {
            return get(client.readStream(settings.stream(), options)).getEvents().stream()
                    .map(EventLogStream::event)
                    .toList();
        } catch (StreamNotFoundException e) {
            return List.of();
        }
    }

    /**
     * Appends all or none.
     *
     * @return false when the stream does not end with this position: somebody else has appended
     */
    boolean append(long afterPosition, List<RecordedEvent> events) {
        AppendToStreamOptions options =
                AppendToStreamOptions.get()
                        .requiresLeader()
                        .streamState(
                                afterPosition == 0
                                        ? StreamState.noStream()
                                        : StreamState.streamRevision(afterPosition - 1));
        try {
            get(
                    client.appendToStream(
                            settings.stream(),
                            options,
                            events.stream().map(EventLogStream::data).iterator()));
            return true;
        } catch (WrongExpectedVersionException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            get(client.shutdown());
        } catch (Fault e) {
            // It is given up either way.
        }
    }

    private static RecordedEvent event(ResolvedEvent resolved) {
        return EventFrame.decodeOne(resolved.getOriginalEvent().getEventData());
    }

    private static EventData data(RecordedEvent event) {
        return EventData.builderAsBinary(
                        event.event().id(), event.event().type().name(), EventFrame.encode(event))
                .build();
    }

    private static KurrentDBClientSettings connection(KurrentDbSettings settings) {
        ConnectionSettingsBuilder builder =
                KurrentDBClientSettings.builder()
                        .addHost(settings.host(), settings.port())
                        .tls(settings.tls())
                        .tlsVerifyCert(true)
                        .defaultDeadline(DEADLINE_MILLIS);
        settings.user().ifPresent(user -> builder.defaultCredentials(user.name(), user.password()));
        return builder.buildConnectionSettings();
    }

    private <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case WrongExpectedVersionException conflict -> conflict;
                case StreamNotFoundException absent -> absent;
                case ConnectionShutdownException closed -> unavailable("is closed", closed);
                case null -> unavailable("failed", e);
                default -> unavailable("failed: " + e.getCause().getMessage(), e);
            };
        } catch (TimeoutException e) {
            throw unavailable("does not answer within " + WAIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("was interrupted", e);
        }
    }

    private Fault unavailable(String what, Exception cause) {
        return Fault.unavailable(
                "kurrentdb-connection",
                "the event store at " + settings.where() + " " + what,
                "check that the server runs; repeat an append with the same event ids",
                cause);
    }
}
