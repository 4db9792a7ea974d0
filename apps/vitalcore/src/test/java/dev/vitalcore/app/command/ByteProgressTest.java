package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ByteProgressTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void writesALineEachTenSecondsWhereNobodyWatches() {
        try (ByteProgress progress = progress(Progress.Reader.FILE)) {
            for (int second = 1; second <= 15; second++) {
                clock.set(TimeUnit.SECONDS.toNanos(second));
                progress.accept(second * 1_234_000L);
            }
        }

        assertThat(text.toString().lines()).containsExactly("exporting: 12.3 MB after 10 s");
    }

    @Test
    void wipesItsLineOnATerminalAndIsSilentForNobody() {
        clock.set(0);
        try (ByteProgress progress = progress(Progress.Reader.TERMINAL)) {
            clock.set(TimeUnit.SECONDS.toNanos(1));
            progress.accept(2_000_000_000);
        }
        String line = "exporting: 2,000.0 MB after 1 s";
        assertThat(text.toString()).isEqualTo(line + "\r" + " ".repeat(line.length()) + "\r");

        text.getBuffer().setLength(0);
        try (ByteProgress progress = progress(Progress.Reader.NOBODY)) {
            clock.set(TimeUnit.SECONDS.toNanos(100));
            progress.accept(1);
        }
        assertThat(text.toString()).isEmpty();
    }

    private ByteProgress progress(Progress.Reader reader) {
        return new ByteProgress(reader, new PrintWriter(text), clock::get);
    }
}
