package dev.vitalcore.questdb;

import static dev.vitalcore.platform.series.BlockFixture.block;
import static dev.vitalcore.platform.series.BlockFixture.entry;
import static dev.vitalcore.platform.series.BlockFixture.group;
import static dev.vitalcore.platform.series.BlockFixture.single;

import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that writes one block after another, from the first on, and prints the number of each
 * once it is written. After a restart it writes the same blocks again, as a consumer would.
 */
final class WritesUntilKilled {
    static final EntryId ENTRY = entry("kill-test", "1");
    private static final RateGroup GROUP = group(single("sequence", Unit.NONE));

    private WritesUntilKilled() {}

    public static void main(String[] arguments) {
        try (SeriesStore store = QuestDbSeriesStore.open(Path.of(arguments[0]))) {
            for (int sequence = 0; ; sequence++) {
                store.write(
                        List.of(
                                block(
                                        "source",
                                        ENTRY,
                                        sequence,
                                        GROUP,
                                        new double[] {sequence, sequence})));
                System.out.println(sequence);
                System.out.flush();
            }
        }
    }
}
