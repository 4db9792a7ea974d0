package dev.vitalcore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameQuestionTest {
    @Test
    void counts_the_frames_before_the_end() {
        FrameQuestion question = question("60", "120", "10");

        assertThat(question.grid(5).fromNanos()).isEqualTo(60_000_000_005L);
        assertThat(question.grid(5).steps()).isEqualTo(600);
        assertThat(question.grid(5).hz()).isEqualTo(10);
        assertThat(question("0", "0.3", "10").grid(0).steps()).isEqualTo(3);
    }

    @Test
    void refuses_a_range_without_a_frame_and_one_with_too_many() {
        assertThatThrownBy(() -> question("7", "7", "10").grid(0)).hasMessageContaining("7.0");
        assertThatThrownBy(() -> question("0", "3600", "10").grid(0))
                .hasMessageContaining("36000 frames");
    }

    @Test
    void refuses_what_it_cannot_use() {
        assertThatThrownBy(() -> question("0", "1", "101")).hasMessageContaining("101");
        assertThatThrownBy(() -> FrameQuestion.of(Map.of("channels", "speed", "to_s", "3")))
                .hasMessageContaining("from_s");
    }

    private static FrameQuestion question(String from, String to, String hz) {
        return FrameQuestion.of(Map.of("channels", "speed", "from_s", from, "to_s", to, "hz", hz));
    }
}
