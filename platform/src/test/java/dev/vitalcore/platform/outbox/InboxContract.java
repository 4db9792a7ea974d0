package dev.vitalcore.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.platform.outbox.Inbox.Gap;
import dev.vitalcore.platform.outbox.Inbox.Verdict;
import dev.vitalcore.platform.sql.Database;
import java.nio.file.Path;
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
    void refusesAnUnusableName() {
        assertThatThrownBy(() -> new Inbox("Board?", database))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Board?");
    }

    private Verdict admit(String stream, long version) {
        return database.write(connection -> inbox.admit(connection, stream, version));
    }
}
