package dev.vitalcore.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class IncomingTextTest {
    private final IncomingText text = new IncomingText();

    @Test
    void putsPartsTogether() throws IncomingText.MessageTooLong {
        assertThat(text.add("one ", false)).isEmpty();
        assertThat(text.add("message", true)).contains("one message");
        assertThat(text.add("the next", true)).contains("the next");
    }

    @Test
    void refusesAMessageThatNeverEnds() throws IncomingText.MessageTooLong {
        text.add("x".repeat(IncomingText.LONGEST), false);

        assertThatExceptionOfType(IncomingText.MessageTooLong.class)
                .isThrownBy(() -> text.add("y", false));
    }
}
