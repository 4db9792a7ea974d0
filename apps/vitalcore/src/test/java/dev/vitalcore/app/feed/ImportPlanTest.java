package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.saga.SagaPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPlanTest {
    @TempDir private Path folder;

    @Test
    void hasAStepForEachRecordingByItsFirstSample() throws IOException {
        Path late = recording("late run.csv", "10:00");
        Path early = recording("early.csv", "09:00");

        SagaPlan plan = plan(Optional.empty(), late, early);

        assertThat(plan.steps())
                .extracting(PlannedStep::name)
                .containsExactly("feed-1", "feed-2", "settle");
        assertThat(ImportPlan.parts(plan.steps().get(0).argument()))
                .singleElement()
                .satisfies(part -> assertThat(part.file()).isEqualTo(early));
        assertThat(ImportPlan.parts(plan.steps().get(1).argument()))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.file()).isEqualTo(late);
                    assertThat(part.car()).isEqualTo("late-run");
                });
    }

    @Test
    void feedsLoggersOfOneCarThatRanBesideEachOtherOnOneClock() throws IOException {
        Path one = recording("one.csv", "09:00");
        Path other = recording("other.csv", "09:00");

        SagaPlan together = plan(Optional.of("7"), one, other);
        SagaPlan apart = plan(Optional.empty(), one, other);

        assertThat(together.steps()).hasSize(2);
        assertThat(ImportPlan.parts(together.steps().getFirst().argument()))
                .extracting(ImportPlan.Part::car)
                .containsExactly("7", "7");
        assertThat(apart.steps()).hasSize(3);
    }

    private SagaPlan plan(Optional<String> car, Path... files) {
        try (RecordedSources sources =
                RecordedSources.open(
                        List.of(files),
                        new SessionEntries(new SessionId("fp1")),
                        car,
                        Optional.empty())) {
            return ImportPlan.of(sources.sources());
        }
    }

    private Path recording(String name, String time) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "time,speed [km/h]\n2025-08-01T%s:00Z,50\n2025-08-01T%s:01Z,%d\n"
                        .formatted(time, time, 60 + name.length()));
    }
}
