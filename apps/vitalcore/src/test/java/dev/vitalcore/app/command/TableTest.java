package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsNumbersToTheRightAndWordsToTheLeft() {
        Table table = new Table("lap", "kind", "time");
        table.row("1", "out", "1:40.2");
        table.row("12", "flying", "59.871");

        assertThat(printed(table, Table::printAligned))
                .isEqualTo("lap  kind      time\n  1  out     1:40.2\n 12  flying  59.871\n");
    }

    @Test
    void quotesWhatCsvWouldMisread() {
        Table table = new Table("name", "remedy");
        table.row("a,b", "say \"yes\"");

        assertThat(printed(table, Table::printCsv))
                .isEqualTo("name,remedy\n\"a,b\",\"say \"\"yes\"\"\"\n");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        Table table = new Table("one", "two");

        assertThatThrownBy(() -> table.row("1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 cells for 2 columns");
    }

    private static String printed(Table table, BiConsumer<Table, PrintWriter> print) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        print.accept(table, out);
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
