package dev.vitalcore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChannelNamesTest {
    @Test
    void cutsAtCommasOutsideOfExpressions() {
        assertThat(ChannelNames.split("speed,=min(a, max(b,c)),gear"))
                .containsExactly("speed", "=min(a, max(b,c))", "gear");
        assertThat(ChannelNames.split("=\"a,(b\" * 2,speed"))
                .containsExactly("=\"a,(b\" * 2", "speed");
        assertThat(ChannelNames.split("=a) * 2,speed,")).containsExactly("=a) * 2", "speed", "");
    }

    @Test
    void leavesAnExpressionThatIsNotClosedToTheParser() {
        assertThat(ChannelNames.split("=min(a,b")).containsExactly("=min(a,b");
    }
}
