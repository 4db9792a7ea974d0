package dev.vitalcore.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vitalcore.gateway.ReadLimits;
import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadMemoryTest {
    private final ReadMemory memory =
            new ReadMemory(new ReadLimits(10, 30, Duration.ofMillis(1), 1));

    @Test
    void refusesWhatDoesNotFitBesideTheOthers() {
        memory.take(2);

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> memory.take(2))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("busy"))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE))
                .withMessageContaining("3 reads of samples");
    }

    @Test
    void takesWhatStillFitsAfterARefusal() {
        memory.take(2);
        refused(2);

        memory.take(1);

        refused(1);
    }

    @Test
    void hasRoomAgainForWhatWasGivenBack() {
        memory.take(2);
        refused(2);

        memory.giveBack(2);

        memory.take(2);
        refused(2);
    }

    private void refused(int reads) {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> memory.take(reads));
    }

    @Test
    void mustAllowForAnOverlay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadLimits(10, 19, Duration.ofMillis(1), 1))
                .withMessageContaining("19");
    }
}
