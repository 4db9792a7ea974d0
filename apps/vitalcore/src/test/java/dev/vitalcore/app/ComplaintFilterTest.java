package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** With the configuration of the program. */
class ComplaintFilterTest {
    @Test
    void leavesOutLateHeartbeatsAndNothingElseOfTheController() {
        Logger controller = (Logger) LoggerFactory.getLogger(ComplaintFilter.CONTROLLER);
        ListAppender<ILoggingEvent> shown = new ListAppender<>();
        shown.start();
        controller.addAppender(shown);

        controller.error(
                "[QuorumController id=1] processExpiredBrokerHeartbeat: controller event queue"
                        + " overloaded. Timed out heartbeat from broker {}.",
                1);
        controller.error("[QuorumController id=1] no replica is left of {}", "blocks-0");
        controller.detachAppender(shown);

        assertThat(shown.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("[QuorumController id=1] no replica is left of blocks-0");
    }
}
