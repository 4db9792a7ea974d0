package dev.vitalcore.edge.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void keepsSeparatorsInQuotes() {
        assertThat(Fields.separatedBy(',').split("a,\"b, \"\"c\"\"\",, d "))
                .containsExactly("a", "b, \"c\"", "", "d");
    }

    @Test
    void endsAnUnclosedQuoteWithItsLine() {
        assertThat(Fields.separatedBy(';').split("1;\"2;3")).containsExactly("1", "\"2;3");
    }

    @Test
    void splitsAtAnyRunOfBlanks() {
        assertThat(Fields.blanks().split("  011 190013.040\t+2627.8  "))
                .containsExactly("011", "190013.040", "+2627.8");
    }

    @Test
    void findsOneFieldAsTheWholeSplitDoes() {
        String line = "r,0,\"x,y\",2023-01-13 06:39:26,7";

        assertThat(Fields.fieldAt(line, 3, ',')).isEqualTo("2023-01-13 06:39:26");
        assertThat(Fields.fieldAt(line, 2, ',')).isEqualTo("x,y");
        assertThat(Fields.fieldAt(line, 5, ',')).isEmpty();
    }

    @Test
    void takesNoMoreFieldsThanItsLimit() {
        assertThat(Fields.separatedBy(',').split(",".repeat(10_000))).hasSize(Fields.LIMIT);
        assertThat(Fields.blanks().split("1 ".repeat(10_000))).hasSize(Fields.LIMIT);
    }
}
