package dev.vitalcore.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.platform.events.InMemoryEventStore;
import dev.vitalcore.platform.sql.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Many schedules against a real engine. {@code -Dvitalcore.simulation.schedules=N} runs more of
 * them, {@code -Dvitalcore.simulation.seed=S} runs the one that a failure has named.
 */
public abstract class ProjectionSimulationContract {
    private static final int SCHEDULES = Integer.getInteger("vitalcore.simulation.schedules", 150);

    /** Where a schedule's files may be in memory: what dies here is the process, not the power. */
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    protected abstract Database open(Path directory);

    @Test
    void aViewIsWhatItsEventsSayWhateverHappens() throws IOException {
        Long seed = Long.getLong("vitalcore.simulation.seed");
        if (seed != null) {
            run(seed);
            return;
        }
        Random seeds = new Random();
        int deaths = 0;
        for (int schedule = 0; schedule < SCHEDULES; schedule++) {
            deaths += run(seeds.nextLong());
        }
        assertThat(deaths).as("the schedules end the process at all").isGreaterThan(SCHEDULES);
    }

    private int run(long seed) throws IOException {
        Path directory = directory();
        try (Database database = open(directory)) {
            ProjectionSimulation simulation =
                    new ProjectionSimulation(
                            seed, database, new InMemoryEventStore(() -> ProjectionFixture.NOW));
            simulation.run();
            return simulation.deaths();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "the schedule failed; again with -Dvitalcore.simulation.seed=" + seed, e);
        } finally {
            delete(directory);
        }
    }

    private static Path directory() throws IOException {
        return Files.isWritable(IN_MEMORY)
                ? Files.createTempDirectory(IN_MEMORY, "projections")
                : Files.createTempDirectory("projections");
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
