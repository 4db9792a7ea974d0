package dev.vitalcore.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryIdTest {
    private static final SessionId MONZA = new SessionId("monza");

    @Test
    void tellsTheCircuitFromItsCars() {
        assertThat(EntryId.trackside(MONZA).isTrackside()).isTrue();
        assertThat(EntryId.parse("monza/trackside")).isEqualTo(EntryId.trackside(MONZA));
        assertThat(new EntryId(MONZA, "7").isTrackside()).isFalse();
    }

    @Test
    void takesNoCarForTheCircuitWhateverItIsCalled() {
        assertThat(EntryId.named(MONZA, "Trackside"))
                .isEqualTo(new EntryId(MONZA, "car-trackside"));
        assertThat(EntryId.named(MONZA, "No. 11A")).isEqualTo(new EntryId(MONZA, "no.-11a"));
    }
}
