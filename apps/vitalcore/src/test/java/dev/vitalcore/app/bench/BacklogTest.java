package dev.vitalcore.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {
    @Test
    void oneThatBreathesDoesNotGrow() {
        Backlog backlog = new Backlog(10);
        for (int look = 0; look < 60; look++) {
            backlog.look(100 + 50 * Math.sin(look));
        }
        assertThat(backlog.growing()).isFalse();
    }

    @Test
    void oneThatClimbsGrows() {
        Backlog backlog = new Backlog(10);
        for (int look = 0; look < 60; look++) {
            backlog.look(look);
        }
        assertThat(backlog.growing()).isTrue();
    }

    @Test
    void tooFewLooksSayNothing() {
        Backlog backlog = new Backlog(0);
        backlog.look(0);
        backlog.look(1_000);
        assertThat(backlog.growing()).isFalse();
    }
}
