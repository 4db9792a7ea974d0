package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.CallState;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.timing.domain.circuit.EarthPoint;
import dev.vitalcore.timing.domain.circuit.PublishedCircuit;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimingPreparationTest {
    private static final StepCall CALL =
            new StepCall(
                    new SagaId("session-opening", "fp1"), "prepare-timing", "", 1, 5, Map.of());

    private final FewCircuits provider = new FewCircuits();

    private static Circuits circuits(Optional<TrackData> provider) {
        return new Circuits(
                provider, new Unguarded(), InstantSource.fixed(Instant.ofEpochSecond(1_000)));
    }

    private static TimingPreparation preparation(Circuits circuits) {
        return new TimingPreparation(Optional::empty, circuits);
    }

    @Test
    void hasTheCircuitsFetchedBeforeTheSessionBegins() {
        Circuits circuits = circuits(Optional.of(provider));

        assertThat(preparation(circuits).act(CALL)).isEmpty();
        assertThat(preparation(circuits).act(CALL)).isEmpty();

        assertThat(provider.asked).isEqualTo(1);
    }

    @Test
    void asksNobodyWhereCircuitsAreKept() {
        provider.kept =
                Optional.of(new TrackData.Kept(FewCircuits.SPA_ALONE, Instant.ofEpochSecond(1)));

        assertThat(preparation(circuits(Optional.of(provider))).act(CALL)).isEmpty();

        assertThat(provider.asked).isZero();
    }

    @Test
    void isNotHinderedByAProviderThatIsAway() {
        provider.away = true;

        assertThat(preparation(circuits(Optional.of(provider))).act(CALL))
                .containsEntry("without-circuits", "the provider is away");
    }

    @Test
    void needsNoProvider() {
        assertThat(preparation(circuits(Optional.empty())).act(CALL)).isEmpty();
    }

    @Test
    void refusesWhileNoLapsAreTimed() {
        TimingPreparation preparation =
                new TimingPreparation(
                        () -> Optional.of("the speed layer is down"),
                        circuits(Optional.of(provider)));

        assertThatThrownBy(() -> preparation.act(CALL)).hasMessageContaining("speed layer is down");
        assertThat(provider.asked).isZero();
    }

    private static final class FewCircuits implements TrackData {
        static final List<PublishedCircuit> SPA_ALONE =
                List.of(
                        new PublishedCircuit(
                                "be-1925",
                                "Spa",
                                "",
                                OptionalDouble.empty(),
                                List.of(new EarthPoint(50, 6), new EarthPoint(51, 6))));

        private int asked;
        private boolean away;
        private Optional<Kept> kept = Optional.empty();

        @Override
        public String provider() {
            return "few";
        }

        @Override
        public List<PublishedCircuit> fetch() throws IOException {
            asked++;
            if (away) {
                throw new IOException("the provider is away");
            }
            return SPA_ALONE;
        }

        @Override
        public Optional<Kept> lastGood() {
            return kept;
        }
    }

    /** Makes each call once, on the caller's thread. */
    private static final class Unguarded implements GuardedCalls {
        @Override
        public <T extends @Nullable Object> T call(CallPolicy policy, Work<T> work) {
            try {
                return work.run();
            } catch (Exception failure) {
                throw Fault.unavailable(
                        "call-failed", String.valueOf(failure.getMessage()), "later", failure);
            }
        }

        @Override
        public List<CallState> states() {
            return List.of();
        }
    }
}
