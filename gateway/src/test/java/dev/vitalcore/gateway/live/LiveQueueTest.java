package dev.vitalcore.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.gateway.LiveLimits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveQueueTest {
    private static final int MOST_EVENTS = 3;
    private static final long PERIOD = 25_000_000L;
    private static final long IDLE = 60_000_000_000L;

    private final LiveQueue queue =
            new LiveQueue(
                    new LiveLimits(
                            1,
                            MOST_EVENTS,
                            Duration.ofNanos(PERIOD),
                            Duration.ofSeconds(1),
                            Duration.ofNanos(IDLE)),
                    0);

    @Test
    void greetsFirstWhateverWasQueuedBefore() {
        queue.offer("lap");
        queue.samplesReady();

        assertThat(queue.next(0)).isInstanceOf(LiveQueue.Hello.class);
        assertThat(queue.next(0)).isEqualTo(new LiveQueue.Events(List.of("lap")));
        assertThat(queue.next(0)).isInstanceOf(LiveQueue.Samples.class);
    }

    @Test
    void sendsSamplesAtOnceButNotTwiceWithinThePeriod() {
        afterHello();
        queue.samplesReady();
        assertThat(queue.next(PERIOD * 10 + 5)).isInstanceOf(LiveQueue.Samples.class);
        queue.samplesReady();

        assertThat(queue.next(PERIOD * 10 + 9)).isEqualTo(new LiveQueue.Wait(PERIOD - 9));
        assertThat(queue.next(PERIOD * 11)).isInstanceOf(LiveQueue.Samples.class);
    }

    @Test
    void mergesSamplesThatComeWhileTheClientIsSlow() {
        afterHello();

        assertThat(queue.samplesReady()).isTrue();
        assertThat(queue.samplesReady()).isFalse();

        assertThat(queue.next(0)).isInstanceOf(LiveQueue.Samples.class);
        assertThat(queue.next(PERIOD)).isInstanceOf(LiveQueue.Wait.class);
    }

    @Test
    void tellsWhenEventsHadToBeDropped() {
        afterHello();
        for (int i = 0; i <= MOST_EVENTS; i++) {
            queue.offer("event " + i);
        }

        assertThat(queue.next(0)).isInstanceOf(LiveQueue.Overflow.class);
    }

    @Test
    void dropsQueuedEventsWhenItBeginsAnew() {
        afterHello();
        queue.offer("of the old origin");

        queue.restart();

        assertThat(queue.next(0)).isInstanceOf(LiveQueue.Hello.class);
        assertThat(queue.next(0)).isInstanceOf(LiveQueue.Wait.class);
    }

    @Test
    void closesBeforeAnythingElse() {
        queue.offer("event");
        queue.close(1001, "the server stops");
        queue.close(1000, "too late");

        assertThat(queue.next(0)).isEqualTo(new LiveQueue.Close(1001, "the server stops"));
    }

    @Test
    void pingsAndClosesAClientThatStaysSilent() {
        afterHello();

        assertThat(queue.next(IDLE / 3)).isInstanceOf(LiveQueue.Ping.class);
        assertThat(queue.next(IDLE + 1)).isInstanceOf(LiveQueue.Close.class);
    }

    @Test
    void keepsAClientThatAnswers() {
        afterHello();
        queue.heard(IDLE);

        assertThat(queue.next(IDLE + 1)).isInstanceOf(LiveQueue.Ping.class);
        assertThat(queue.next(IDLE + 1)).isInstanceOf(LiveQueue.Wait.class);
    }

    private void afterHello() {
        assertThat(queue.next(0)).isInstanceOf(LiveQueue.Hello.class);
    }
}
