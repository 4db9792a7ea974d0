package dev.vitalcore.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.outbox.Inbox.Gap;
import dev.vitalcore.platform.outbox.Inbox.Start;
import dev.vitalcore.platform.outbox.Inbox.Verdict;
import dev.vitalcore.platform.sql.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an inbox does, on whatever engine. */
public abstract class InboxContract {
    private static final String SPA = "session/spa";
    private Database database;
    private Inbox inbox;

    protected abstract Database open(Path directory);

    @BeforeEach
    void openEmpty(@TempDir Path directory) {
        database = open(directory);
        inbox = new Inbox("board", database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesEachVersionOnce() {
        assertThat(admit(SPA, 1)).isEqualTo(Verdict.NEXT);
        assertThat(admit(SPA, 1)).isEqualTo(Verdict.SEEN);
        assertThat(admit(SPA, 2)).isEqualTo(Verdict.NEXT);
        assertThat(admit(SPA, 1)).isEqualTo(Verdict.SEEN);
        assertThat(inbox.gaps()).isEmpty();
    }

    @Test
    void passesByWhatIsAheadOfItsTurnAndTellsOfIt() {
        admit(SPA, 1);

        assertThat(admit(SPA, 4)).isEqualTo(Verdict.EARLY);
        assertThat(admit(SPA, 3)).isEqualTo(Verdict.EARLY);
        assertThat(inbox.gaps()).containsExactly(new Gap(SPA, 1, 4));

        assertThat(admit(SPA, 2)).isEqualTo(Verdict.NEXT);
        assertThat(admit(SPA, 3)).isEqualTo(Verdict.NEXT);
        assertThat(inbox.gaps()).containsExactly(new Gap(SPA, 3, 4));
        assertThat(admit(SPA, 4)).isEqualTo(Verdict.NEXT);
        assertThat(inbox.gaps()).isEmpty();
    }

    @Test
    void keepsStreamsAndConsumersApart() {
        admit(SPA, 1);
        Inbox other = new Inbox("audit", database);

        assertThat(admit("session/monza", 1)).isEqualTo(Verdict.NEXT);
        Verdict first = database.write(connection -> other.admit(connection, SPA, 1));
        assertThat(first).isEqualTo(Verdict.NEXT);
    }

    @Test
    void forgetsWhatTheConsumerDidNotKeep() {
        assertThatThrownBy(() ->
                        database.write(connection -> {
                            inbox.admit(connection, SPA, 1);
                            throw new IllegalStateException("the effect failed");
                        }))
                .hasMessage("the effect failed");

        assertThat(admit(SPA, 1)).isEqualTo(Verdict.NEXT);
    }

    @Test
    void goesOnBehindWhatWasReadAndKnowsWhenItBegan() {
        assertThat(inbox.resume("t1", Map.of(0, 9L, 1, 9L), 50)).isEqualTo(start(Map.of(), 50));
        advance(record(0, 4), record(0, 5), record(1, 0));

        assertThat(inbox.resume("t1", Map.of(0, 9L, 1, 9L), 60))
                .isEqualTo(start(Map.of(0, 6L, 1, 1L), 50));
        Inbox other = new Inbox("audit", database);
        assertThat(other.resume("t1", Map.of(0, 9L), 70)).isEqualTo(start(Map.of(), 70));
    }

    @Test
    void aPlaceIsForgottenWithTheTransactionThatFailed() {
        inbox.resume("t1", Map.of(0, 9L), 50);

        assertThatThrownBy(() ->
                        database.write(connection -> {
                            inbox.advance(connection, List.of(record(0, 4)));
                            throw new IllegalStateException("the effect failed");
                        }))
                .hasMessage("the effect failed");

        assertThat(inbox.resume("t1", Map.of(0, 9L), 60)).isEqualTo(start(Map.of(), 50));
    }

    /** Once it has seen that the end was lost, the end may grow beyond the old place. */
    @Test
    void beginsAgainWhereAPartitionLostItsEnd() {
        inbox.resume("t1", Map.of(0, 9L, 1, 9L), 50);
        advance(record(0, 7), record(1, 7));

        assertThat(inbox.resume("t1", Map.of(0, 7L, 1, 8L), 60))
                .isEqualTo(start(Map.of(1, 8L), 50));
        assertThat(inbox.resume("t1", Map.of(0, 20L, 1, 20L), 60))
                .isEqualTo(start(Map.of(1, 8L), 50));
    }

    @Test
    void beginsAgainInATopicThatWasMadeAnew() {
        inbox.resume("t1", Map.of(0, 9L), 50);
        advance(record(0, 7));

        assertThat(inbox.resume("t2", Map.of(0, 9L), 60)).isEqualTo(start(Map.of(), 50));
    }

    @Test
    void refusesAnUnusableName() {
        assertThatThrownBy(() -> new Inbox("Board?", database))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Board?");
    }

    private void advance(LogRecord... records) {
        database.<@Nullable Void>write(connection -> {
            inbox.advance(connection, List.of(records));
            return null;
        });
    }

    private static LogRecord record(int partition, long offset) {
        return new LogRecord("race.decisions", partition, offset, SPA, new byte[0], 0);
    }

    private static Start start(Map<Integer, Long> next, long began) {
        return new Start(next, began);
    }

    private Verdict admit(String stream, long version) {
        return database.write(connection -> inbox.admit(connection, stream, version));
    }
}
