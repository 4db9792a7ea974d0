package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vitalcore.platform.log.Topics;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeedLayerSettingsTest {
    private static final Path DIRECTORY = Path.of("state");
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @Test
    void refusesALogWithoutAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpeedLayer.Settings(" ", DIRECTORY, 1, INTERVAL))
                .withMessageContaining("bootstrapServers");
    }

    @Test
    void refusesAParallelismThatCannotBe() {
        for (int parallelism : new int[] {0, -1, 129}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new SpeedLayer.Settings(
                                    "localhost:9092", DIRECTORY, parallelism, INTERVAL))
                    .withMessageContaining("parallelism " + parallelism);
        }
    }

    @Test
    void refusesToDoNothingButCheckpoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SpeedLayer.Settings(
                                "localhost:9092", DIRECTORY, 1, Duration.ofMillis(9)))
                .withMessageContaining("PT0.009S");
    }

    @Test
    void stateLivesAtLeastAsLongAsTheLogKeepsBlocks() {
        assertThat(StateRetention.DEFAULT.afterEnd())
                .isGreaterThanOrEqualTo(Topics.blocks().retention());
    }

    @Test
    void refusesAStateThatEndsBeforeItsTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateRetention(Duration.ofHours(2), Duration.ofHours(1)))
                .withMessageContaining("PT1H after silence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateRetention(Duration.ZERO, Duration.ofHours(1)))
                .withMessageContaining("PT0S after the end");
    }
}
