package dev.vitalcore.app;

import dev.vitalcore.gateway.HealthCheck;
import dev.vitalcore.gateway.HealthCheck.Health;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.outbox.Inbox.Gap;
import dev.vitalcore.platform.outbox.OutboxRelay;
import dev.vitalcore.questdb.QuestDbSeriesStore;
import dev.vitalcore.racecontrol.application.DecisionNotices;
import dev.vitalcore.racecontrol.application.view.RaceViews;
import dev.vitalcore.streams.SpeedLayer;
import dev.vitalcore.telemetry.application.StoreWriter;
import dev.vitalcore.timing.application.TimingViews;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** How the parts do that work without being asked. */
record PlatformHealth(
        Supplier<Optional<Fault>> log,
        SpeedLayer speedLayer,
        QuestDbSeriesStore series,
        StoreWriter storeWriter,
        TimingViews timing,
        RaceViews raceViews,
        Sampled raceViewsLag,
        OutboxRelay outbox,
        Sampled outboxLag,
        DecisionNotices notices) {
    private static final long AWAY_S = Sampled.USABLE.toSeconds();

    List<HealthCheck> checks() {
        return List.of(
                new Component("log", () -> unlessFailed(log.get().map(Fault::text))),
                new Component("speed_layer", this::speedLayerHealth),
                new Component("series", () -> unlessFailed(series.failure())),
                new Component(
                        "store_writer", () -> reader(storeWriter.failure(), storeWriter.lag())),
                new Component("timing_views", () -> reader(timing.failure(), timing.lag())),
                new Component("race_views", () -> follower(raceViews::failure, raceViewsLag)),
                new Component("notices", this::noticesHealth),
                new Component("outbox", () -> follower(outbox::failure, outboxLag)));
    }

    private Health speedLayerHealth() {
        SpeedLayer.Status status = speedLayer.status();
        return new Health(status.state() == SpeedLayer.State.RUNNING, status.detail());
    }

    /** Lag says nothing of a stream that stands still behind a decision that never came. */
    private Health noticesHealth() {
        List<Gap> gaps = notices.gaps();
        if (notices.failure().isPresent() || gaps.isEmpty()) {
            Health reads = reader(notices.failure(), notices.lag());
            return new Health(reads.up(), reads.detail() + passedOver(notices.unreadable()));
        }
        Gap first = gaps.getFirst();
        return new Health(
                false,
                Count.of(gaps.size(), "stream")
                        + " without a decision that the log does not have: "
                        + first.stream()
                        + " after version "
                        + first.seen()
                        + "; see 'To the log and back' in docs/projections.md");
    }

    private static String passedOver(long unreadable) {
        return unreadable == 0
                ? ""
                : "; " + Count.of(unreadable, "record") + " passed over, see the dead letters";
    }

    private static Health unlessFailed(Optional<String> failure) {
        return failure.map(reason -> new Health(false, reason))
                .orElseGet(() -> new Health(true, ""));
    }

    private static Health reader(Optional<String> failure, long lag) {
        return failure.map(reason -> new Health(false, reason))
                .orElseGet(() -> new Health(true, Count.of(lag, "record") + " behind"));
    }

    /** Of the event store, which may be on a server that is away: then nobody waits for it. */
    private static Health follower(Supplier<Optional<String>> failure, Sampled lag) {
        Optional<String> why = failure.get();
        OptionalLong behind = lag.get();
        if (why.isEmpty() && lag.isAway()) {
            return new Health(false, "the event store has not answered for " + AWAY_S + " s");
        }
        if (why.isEmpty() && behind.isEmpty()) {
            return new Health(true, "how far behind is not known yet");
        }
        return reader(why, behind.orElse(0));
    }

    private record Component(String component, Supplier<Health> now) implements HealthCheck {
        @Override
        public Health check() {
            return now.get();
        }
    }
}
