package dev.vitalcore.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.platform.sql.SqlDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
    private final Tables tables = new Tables(3, 1, SqlDialect.SQLITE);

    @Test
    void namesATableInItsGeneration() {
        assertThat(tables.name("session_board")).isEqualTo("session_board_g3");
        assertThat(tables.index("by_time")).isEqualTo("by_time_g3");
        assertThat(tables.named()).containsExactly("session_board_g3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Board", "board; DROP TABLE event", "1board", "board\"", "bo-ard"})
    void refusesWhatIsNoName(String name) {
        assertThatThrownBy(() -> tables.name(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 48 characters");
    }
}
