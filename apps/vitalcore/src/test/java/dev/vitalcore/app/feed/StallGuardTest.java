package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That a silent body ends is tried by {@link FileDownloadTest}. */
class StallGuardTest {
    @Test
    void leavesNoAlarmBehindHoweverOftenItIsRead() throws IOException {
        byte[] sent = new byte[1_000];

        try (StallGuard body = new StallGuard(new ByteArrayInputStream(sent), Duration.ofDays(1))) {
            for (int count = 0; count < sent.length; count++) {
                assertThat(body.read()).isZero();
            }
            assertThat(body.read()).isEqualTo(-1);

            assertThat(body.alarms()).isZero();
        }
    }
}
