package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LapsTableTest {
    private static final LapsReport.Lap KNOWN = lap(2, 98.2, 0.02, false, true);
    private static final LapsReport.Lap UNCERTAIN = lap(3, 60.718, 58.64, true, false);

    @Test
    void marksUncertainLapsForHumans() {
        assertThat(aligned(LapsTable.forHumans(List.of(KNOWN, UNCERTAIN))))
                .hasSize(3)
                .satisfies(lines -> {
                    assertThat(lines.get(1)).doesNotContain("±");
                    assertThat(lines.get(2)).contains("1:00.718").endsWith("±58.6 s");
                });
    }

    @Test
    void hasNoColumnForItWhereEveryLapIsCertain() {
        assertThat(aligned(LapsTable.forHumans(List.of(KNOWN))))
                .noneMatch(line -> line.contains("uncertain"));
    }

    @Test
    void namesTheLoggersLapsWhereItCallsThemOtherwise() {
        LapsReport.Lap thirteenth =
                new LapsReport.Lap(
                        2, 13, "flying", 4, 75.934, List.of(), "lap_counter", 0.04, false, true);

        assertThat(aligned(LapsTable.forHumans(List.of(thirteenth))))
                .satisfies(lines -> {
                    assertThat(lines.get(0)).endsWith("logger's lap");
                    assertThat(lines.get(1)).endsWith("13");
                });
        assertThat(aligned(LapsTable.forHumans(List.of(KNOWN))))
                .noneMatch(l -> l.contains("logger"));
    }

    @Test
    void marksTheBestLap() {
        assertThat(aligned(LapsTable.forHumans(List.of(KNOWN, UNCERTAIN))))
                .satisfies(lines -> {
                    assertThat(lines.get(1)).contains("1:38.200  best");
                    assertThat(lines.get(2)).doesNotContain("best");
                });
    }

    @Test
    void tellsEverythingToASpreadsheet() {
        StringWriter out = new StringWriter();
        LapsTable.whole(List.of(KNOWN, UNCERTAIN)).printCsv(new PrintWriter(out, true));

        assertThat(out.toString().lines())
                .containsExactly(
                        "lap,kind,start_s,time,time_s,sectors_s,witness,uncertainty_s,uncertain,best,stated_number",
                        "2,flying,100.000,1:38.200,98.200,,lap_counter,0.020,false,true,2",
                        "3,flying,100.000,1:00.718,60.718,,lap_counter,58.640,true,false,3");
    }

    private static List<String> aligned(Table table) {
        StringWriter out = new StringWriter();
        table.printAligned(new PrintWriter(out, true));
        return out.toString().lines().toList();
    }

    private static LapsReport.Lap lap(
            int number, double timeS, double uncertaintyS, boolean uncertain, boolean best) {
        return new LapsReport.Lap(
                number,
                number,
                "flying",
                100,
                timeS,
                List.of(),
                "lap_counter",
                uncertaintyS,
                uncertain,
                best);
    }
}
