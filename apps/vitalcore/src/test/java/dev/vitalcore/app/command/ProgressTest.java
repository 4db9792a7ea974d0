package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void writesALineEachTenSecondsWhereNobodyWatches() {
        try (Progress progress = progress(Progress.Reader.FILE)) {
            progress.total(40_000);
            for (int second = 1; second <= 25; second++) {
                clock.set(TimeUnit.SECONDS.toNanos(second));
                progress.accept(second * 1_000L);
            }
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        "feeding: 25 %, 10,000 samples after 10 s",
                        "feeding: 50 %, 20,000 samples after 20 s");
        assertThat(text.toString()).doesNotContain("\r", "?");
    }

    @Test
    void writesOneLineAnewOnATerminalAndWipesIt() {
        try (Progress progress = progress(Progress.Reader.TERMINAL)) {
            clock.set(TimeUnit.SECONDS.toNanos(1));
            progress.total(4);
            progress.accept(1);
        }

        String line = "feeding: [======                  ] 25 %, 1 sample after 1 s";
        assertThat(text.toString()).isEqualTo(line + "\r" + " ".repeat(line.length()) + "\r");
    }

    @Test
    void keepsStillWhenToldSo() {
        try (Progress progress = progress(Progress.Reader.NOBODY)) {
            clock.set(TimeUnit.HOURS.toNanos(1));
            progress.accept(1);
        }

        assertThat(text.toString()).isEmpty();
    }

    private Progress progress(Progress.Reader reader) {
        return new Progress(reader, new PrintWriter(text), clock::get);
    }
}
