package dev.vitalcore.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of two parts is named as their first difference. */
class PartTest {
    private static final Part STORED = part(line("a", "1"), line("b", "2"), line("c", "3"));

    @Test
    void findsNoneWhereAllIsTheSame() {
        Part same = part(line("a", "1"), line("b", "2"), line("c", "3"));

        assertThat(STORED.differenceTo(same)).isEmpty();
        assertThat(STORED.digest()).isEqualTo(same.digest()).hasSize(12);
        assertThat(Verdict.of(STORED, same).identical()).isTrue();
    }

    @Test
    void namesWhatSaysAnotherThing() {
        Part other = part(line("a", "1"), line("b", "9"), line("c", "3"));

        assertThat(STORED.differenceTo(other)).contains(new Difference("laps", "b", "2", "9"));
        assertThat(STORED.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void namesWhatIsMissingOnEitherSide() {
        Part shorter = part(line("a", "1"), line("c", "3"));
        Part cut = part(line("a", "1"), line("b", "2"));

        assertThat(STORED.differenceTo(shorter))
                .contains(new Difference("laps", "b", "2", "nothing"));
        assertThat(shorter.differenceTo(STORED))
                .contains(new Difference("laps", "b", "nothing", "2"));
        assertThat(STORED.differenceTo(cut)).contains(new Difference("laps", "c", "3", "nothing"));
        assertThat(cut.differenceTo(STORED)).contains(new Difference("laps", "c", "nothing", "3"));
    }

    @Test
    void namesBothWhereOnlyTheOrderIsAnother() {
        Part swapped = part(line("b", "2"), line("a", "1"), line("c", "3"));

        assertThat(STORED.differenceTo(swapped))
                .contains(new Difference("laps", "a", "here: 1", "here b: 2"));
    }

    /** Where a key ends and its text begins counts too. */
    @Test
    void hashesKeysAndTextsApart() {
        assertThat(part(line("ab", "c")).digest()).isNotEqualTo(part(line("a", "bc")).digest());
    }

    private static Part part(Line... lines) {
        return new Part("laps", List.of(lines));
    }

    private static Line line(String key, String text) {
        return new Line(key, text);
    }
}
