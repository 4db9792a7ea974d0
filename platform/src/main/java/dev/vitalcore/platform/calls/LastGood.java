package dev.vitalcore.platform.calls;

import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last good values of a call: one that is new enough is given without a call, an older
 * one, marked as stale, where the call cannot be had. Callers that want the same at the same time
 * share one call. Thread-safe.
 */
public final class LastGood<K, V> {
    private final Keeping keeping;
    private final InstantSource clock;
    private final Map<K, CompletableFuture<Kept<V>>> underWay = new ConcurrentHashMap<>();
    private final Map<K, Kept<V>> kept;

    public LastGood(Keeping keeping, InstantSource clock) {
        this.keeping = keeping;
        this.clock = clock;
        this.kept = new Newest<>(keeping.most());
    }

    /**
     * How long values are good for.
     *
     * @param most values kept; the one that was asked for least recently goes first
     * @param freshFor given without a call
     * @param usableFor given where the call cannot be had
     */
    public record Keeping(int most, Duration freshFor, Duration usableFor) {}

    /**
     * The value of the key.
     *
     * @param call is bounded in time by its own guard
     * @throws Fault that of the call where no usable value is kept
     */
    public Answer<V> get(K key, Supplier<V> call) {
        Optional<Kept<V>> known = kept(key);
        if (known.isPresent() && known.get().within(keeping.freshFor(), clock.instant())) {
            return new Answer.Fresh<>(known.get().value(), known.get().at());
        }
        try {
            Kept<V> fetched = shared(key, call);
            return new Answer.Fresh<>(fetched.value(), fetched.at());
        } catch (Fault failure) {
            return known.filter(old -> failure.kind() == Fault.Kind.UNAVAILABLE)
                    .filter(old -> old.within(keeping.usableFor(), clock.instant()))
                    .<Answer<V>>map(
                            old -> new Answer.Stale<>(old.value(), old.at(), failure.text()))
                    .orElseThrow(() -> failure);
        }
    }

    /**
     * Keeps what was good at an earlier time, e.g. before a restart; what is kept already stays.
     *
     * @param at when it was
     */
    public void restore(K key, V value, Instant at) {
        synchronized (kept) {
            kept.putIfAbsent(key, new Kept<>(value, at));
        }
    }

    /** Whether a value is kept, of any age. */
    public boolean has(K key) {
        return kept(key).isPresent();
    }

    private Kept<V> shared(K key, Supplier<V> call) {
        CompletableFuture<Kept<V>> own = new CompletableFuture<>();
        CompletableFuture<Kept<V>> other = underWay.putIfAbsent(key, own);
        if (other != null) {
            return joined(other).orElseGet(() -> shared(key, call));
        }
        try {
            Kept<V> fetched = new Kept<>(call.get(), clock.instant());
            keep(key, fetched);
            underWay.remove(key, own);
            own.complete(fetched);
            return fetched;
        } catch (RuntimeException | Error failure) {
            underWay.remove(key, own); // before anybody hears of it, and may begin anew
            own.completeExceptionally(failure);
            throw failure;
        }
    }

    /** Empty where who made the call was stopped: that is his matter, not that of who joined. */
    private static <V> Optional<Kept<V>> joined(CompletableFuture<Kept<V>> other) {
        try {
            return Optional.of(other.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    GuardedCalls.STOPPED,
                    "stopped while it waited for an answer",
                    "ask again",
                    stopped);
        } catch (ExecutionException failed) {
            return switch (Objects.requireNonNull(failed.getCause())) {
                case Fault fault when fault.code().equals(GuardedCalls.STOPPED) -> Optional.empty();
                case Fault fault -> throw fault;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case Throwable checked -> throw new IllegalStateException(checked);
            };
        }
    }

    private Optional<Kept<V>> kept(K key) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(key));
        }
    }

    private void keep(K key, Kept<V> value) {
        synchronized (kept) {
            kept.put(key, value);
        }
    }

    private record Kept<V>(V value, Instant at) {
        boolean within(Duration age, Instant now) {
            return Duration.between(at, now).compareTo(age) < 0;
        }
    }

    /** By use; forgets the one that was not used for longest. */
    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Newest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
