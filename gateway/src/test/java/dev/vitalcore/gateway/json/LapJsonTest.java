package dev.vitalcore.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LapJsonTest {
    @Test
    void saysHowFarTheTimeMayBeOffAndWhatThatMeans() {
        LapJson known = LapJson.of(lap(20_000_000L), 0, false);
        LapJson uncertain = LapJson.of(lap(38_500_000_000L), 0, false);

        assertThat(known.uncertaintyS()).isEqualTo(0.02);
        assertThat(known.uncertain()).isFalse();
        assertThat(known.statedNumber()).isEqualTo(13);
        assertThat(uncertain.uncertaintyS()).isEqualTo(38.5);
        assertThat(uncertain.uncertain()).isTrue();
    }

    private static LapCompleted lap(long uncertaintyNanos) {
        return new LapCompleted(
                EntryId.parse("race/72"),
                1,
                2,
                LapKind.FLYING,
                5,
                60_718_000_000L,
                List.of(),
                Witness.LAP_COUNTER,
                uncertaintyNanos,
                OptionalInt.of(13));
    }
}
