package dev.vitalcore.timing.application;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.calls.Answer;
import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.calls.LastGood;
import dev.vitalcore.timing.domain.circuit.CircuitSearch;
import dev.vitalcore.timing.domain.circuit.CircuitSearch.Outcome;
import dev.vitalcore.timing.domain.circuit.PublishedCircuit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The circuits that a provider publishes: kept for a day, and the last good ones, marked as stale,
 * where newer ones cannot be had, be they from before a restart. No call leaves the machine before
 * somebody asks. Thread-safe.
 */
public final class Circuits {
    /** They are rebuilt rarely: an old outline, whose age is told, is better than none. */
    public static final LastGood.Keeping KEEPING =
            new LastGood.Keeping(1, Duration.ofDays(1), Duration.ofDays(3_650));

    public static final CallPolicy POLICY =
            new CallPolicy(
                    "track-data",
                    new CallPolicy.Purpose(
                            "track data",
                            "the circuit is the last one that could be had, kept on the disk; else the"
                                    + " map is drawn from what the cars drive, as it is anyway once a"
                                    + " lap is timed"),
                    Duration.ofSeconds(5),
                    new CallPolicy.Places(1, Duration.ofSeconds(1)),
                    new CallPolicy.Attempts(2, Duration.ofMillis(250), Duration.ofSeconds(1)),
                    new CallPolicy.Breaker(
                            10, 4, 50, Duration.ofSeconds(4), 80, Duration.ofSeconds(60), 1),
                    CallPolicy.Fallback.LAST_GOOD);

    private static final int NAMED_AT_MOST = 6;

    private final Optional<TrackData> provider;
    private final GuardedCalls calls;
    private final LastGood<String, List<PublishedCircuit>> lastGood;

    /**
     * @param provider none: every question is refused
     */
    public Circuits(Optional<TrackData> provider, GuardedCalls calls, InstantSource clock) {
        this.provider = provider;
        this.calls = calls;
        this.lastGood = new LastGood<>(KEEPING, clock);
        provider.flatMap(TrackData::lastGood)
                .ifPresent(kept -> lastGood.restore(POLICY.name(), kept.circuits(), kept.at()));
    }

    /**
     * The circuit of a session.
     *
     * @param provider whose it is, for people
     * @param by what it was found
     */
    public record Found(String provider, PublishedCircuit circuit, CircuitSearch.Witness by) {}

    /** Whether there is somebody to ask. */
    public boolean hasProvider() {
        return provider.isPresent();
    }

    /**
     * Whom to ask.
     *
     * @throws Fault (conflict) where no provider is set up
     */
    public TrackData requireProvider() {
        return provider.orElseThrow(() ->
                Fault.conflict(
                        "track-data-off",
                        "no provider of circuits is set up",
                        "start the platform with --track-data-url URL"));
    }

    /**
     * The circuit that a session is driven on.
     *
     * @throws Fault (conflict) where no provider is set up, or more than one circuit may be meant;
     *     (user) where it is none of the published ones; (unavailable) where they cannot be had,
     *     nor ever could
     */
    public Answer<Found> of(CircuitSearch.Clues clues) {
        TrackData data = requireProvider();
        Answer<List<PublishedCircuit>> published = published(data);
        Found found =
                switch (new CircuitSearch(published.value()).find(clues)) {
                    case Outcome.Found(PublishedCircuit circuit, CircuitSearch.Witness by) ->
                            new Found(data.provider(), circuit, by);
                    case Outcome.Ambiguous(String clue, List<PublishedCircuit> circuits) ->
                            throw ambiguous(clue, circuits);
                    case Outcome.None(String why) -> throw unknown(why);
                };
        return switch (published) {
            case Answer.Fresh<List<PublishedCircuit>> fresh ->
                    new Answer.Fresh<>(found, fresh.at());
            case Answer.Stale<List<PublishedCircuit>> stale ->
                    new Answer.Stale<>(found, stale.at(), stale.reason());
        };
    }

    /**
     * Sees that circuits are there, of any age: asks for them only where nothing is kept.
     *
     * @return why none are; empty where they are, or nobody is to be asked
     */
    public Optional<String> prefetch() {
        if (provider.isEmpty() || lastGood.has(POLICY.name())) {
            return Optional.empty();
        }
        try {
            published(provider.get());
            return Optional.empty();
        } catch (Fault notHad) {
            return Optional.of(notHad.text());
        }
    }

    private Answer<List<PublishedCircuit>> published(TrackData data) {
        return lastGood.get(POLICY.name(), () -> calls.call(POLICY, data::fetch));
    }

    private static Fault ambiguous(String clue, List<PublishedCircuit> circuits) {
        String names =
                circuits.stream()
                        .limit(NAMED_AT_MOST)
                        .map(PublishedCircuit::title)
                        .collect(Collectors.joining(", "));
        return Fault.conflict(
                "circuit-ambiguous",
                circuits.size()
                        + " published circuits are "
                        + clue
                        + ": "
                        + names
                        + (circuits.size() > NAMED_AT_MOST ? ", …" : ""),
                "schedule the session with the whole name of its circuit");
    }

    private static Fault unknown(String why) {
        return Fault.user(
                "circuit-unknown",
                "the circuit of the session is not known: " + why,
                "wait for positions of its cars, schedule it with the name of its circuit, or name a"
                        + " provider that has it with --track-data-url");
    }
}
