package dev.vitalcore.sql.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.platform.notice.Notice;
import dev.vitalcore.platform.notice.Notice.Level;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices on real SQLite. */
class NoticeBoardIT {
    @TempDir private Path directory;
    private SqliteDatabase database;
    private NoticeBoard board;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(directory.resolve("notices.db"));
        board = new NoticeBoard(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsEachKeyOnceTheNewestFirst() {
        assertThat(board.post(notice("a", "first"))).isTrue();
        assertThat(board.post(notice("b", "second"))).isTrue();
        assertThat(board.post(notice("a", "first, told again"))).isFalse();

        assertThat(texts()).containsExactly("second", "first");
        assertThat(new NoticeBoard(database).newest(2, 10))
                .singleElement()
                .satisfies(kept -> assertThat(kept.notice()).isEqualTo(notice("a", "first")));
    }

    @Test
    void whatIsWithdrawnIsNotShownEvenWhereItComesLater() {
        board.post(notice("a", "told, then withdrawn"));
        board.withdraw(notice("a", "told, then withdrawn"));
        board.withdraw(notice("b", "comes late"));

        assertThat(board.post(notice("b", "comes late"))).isFalse();

        assertThat(texts()).isEmpty();
    }

    @Test
    void forgetsTheOldest() {
        database.write(connection -> {
            for (int i = 1; i <= NoticeBoard.KEPT + 5; i++) {
                board.post(connection, notice("k" + i, "t" + i));
            }
            return true;
        });

        assertThat(board.newest(10, 10))
                .extracting(kept -> kept.notice().text())
                .containsExactly("t9", "t8", "t7", "t6");
    }

    @Test
    void cutsLongTextsAndRefusesLongKeys() {
        assertThat(notice("a", "x".repeat(5_000)).text()).hasSizeBetween(900, 901);
        assertThatThrownBy(() -> notice("k".repeat(301), "text"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> texts() {
        return board.newest(Long.MAX_VALUE, 10).stream().map(kept -> kept.notice().text()).toList();
    }

    private static Notice notice(String key, String text) {
        return new Notice(key, Level.INFO, "session/fp1", text, 5);
    }
}
