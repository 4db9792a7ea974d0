package dev.vitalcore.app.feed;

import dev.vitalcore.app.feed.RecordedSources.Source;
import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.PlannedStep.OnFailure;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.saga.SagaPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The steps of an import: one for each recording, by their first sample, and at the end one that
 * waits until the platform has settled. Recordings of one car that overlap in time (two loggers of
 * it) share a step, since they are fed on one clock.
 *
 * <p>Nothing is undone: what arrived is a fact, and to feed it again changes nothing.
 */
final class ImportPlan {
    static final String NAME = "import";
    static final String FEED = "feed";
    static final String SETTLE = "settle";

    /** The platform may be away for long; whoever imports decides how often it is tried. */
    private static final AttemptLimits FEEDING =
            AttemptLimits.of(
                    AttemptLimits.LIMIT,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofHours(12));

    private static final AttemptLimits SETTLING =
            AttemptLimits.of(
                    AttemptLimits.LIMIT,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5));

    private ImportPlan() {}

    /** A recording as a step names it: source, car and file. */
    record Part(SourceId source, String car, Path file) {
        EntryId entry(SessionId session) {
            return new EntryId(session, car);
        }

        private static Part of(Source source) {
            return new Part(
                    source.id(), source.entry().car(), source.file().toAbsolutePath().normalize());
        }

        private String written() {
            return source + " " + car + " " + file;
        }

        private static Part parse(String line) {
            String[] words = line.split(" ", 3);
            return new Part(new SourceId(words[0]), words[1], Path.of(words[2]));
        }
    }

    /**
     * @throws Fault (user) when there are more recordings than one job can have, or the paths of
     *     those that share a step are too long
     */
    static SagaPlan of(List<Source> sources) {
        List<PlannedStep> steps = new ArrayList<>();
        for (List<Source> group : groups(sources)) {
            steps.add(
                    new PlannedStep(
                            FEED + "-" + (steps.size() + 1),
                            FEED,
                            argument(group),
                            FEEDING,
                            AttemptLimits.NEVER,
                            OnFailure.GO_ON));
        }
        if (steps.size() >= SagaPlan.STEP_LIMIT) {
            throw Fault.user(
                    "import-too-large",
                    steps.size() + " recordings are more than one import takes",
                    "import at most " + (SagaPlan.STEP_LIMIT - 1) + " of them at once");
        }
        steps.add(
                new PlannedStep(
                        SETTLE, SETTLE, "", SETTLING, AttemptLimits.NEVER, OnFailure.GO_ON));
        return new SagaPlan(NAME, 1, steps);
    }

    /** The recordings that a step feeds. */
    static List<Part> parts(String argument) {
        return argument.lines().map(Part::parse).toList();
    }

    private static String argument(List<Source> group) {
        String argument =
                group.stream().map(Part::of).map(Part::written).collect(Collectors.joining("\n"));
        if (argument.length() > PlannedStep.ARGUMENT_LIMIT) {
            throw Fault.user(
                    "path-too-long",
                    "the paths of "
                            + group.getFirst().file().getFileName()
                            + " are too long to keep",
                    "move the recordings to a folder with a shorter path");
        }
        return argument;
    }

    private static List<List<Source>> groups(List<Source> sources) {
        List<Source> byTime = new ArrayList<>(sources);
        byTime.sort(
                Comparator.comparingLong(source ->
                        source.survey().span().map(Survey.Span::from).orElse(Long.MAX_VALUE)));
        List<List<Source>> groups = new ArrayList<>();
        for (Source next : byTime) {
            groups.stream()
                    .filter(group -> group.stream().anyMatch(other -> besideEachOther(other, next)))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Source> group = new ArrayList<>();
                        groups.add(group);
                        return group;
                    })
                    .add(next);
        }
        return groups;
    }

    private static boolean besideEachOther(Source one, Source other) {
        return one.entry().equals(other.entry())
                && one.survey().span().isPresent()
                && other.survey().span().isPresent()
                && one.survey().span().get().overlaps(other.survey().span().get());
    }
}
