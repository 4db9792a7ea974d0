package dev.vitalcore.app.feed;

import dev.vitalcore.app.feed.ImportFolder.Held;
import dev.vitalcore.app.feed.RecordingFeed.Outcome;
import dev.vitalcore.app.feed.RecordingFeed.Task;
import dev.vitalcore.app.feed.RecordingFeed.Watcher;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.StepProgress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Imports recordings as a job that outlives its process: one file after the other, one that is bad
 * does not stop the others, and what was stopped is resumed where it was.
 */
public final class RecordingImport {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final int SESSION_SHOWN = 50;

    private final ImportFolder folder;
    private final UnaryOperator<EventStore> stores;

    public RecordingImport(ImportFolder folder) {
        this(folder, UnaryOperator.identity());
    }

    /**
     * @param stores what stands between a job and its store
     */
    RecordingImport(ImportFolder folder, UnaryOperator<EventStore> stores) {
        this.folder = folder;
        this.stores = stores;
    }

    /** What the user asks for. */
    public record Request(Task task, URI server, Optional<Path> track, Instant now) {}

    /** Is told more than a feed is. */
    public interface JobWatcher extends Watcher {
        /** It can be resumed under this name from now on. */
        void begun(String job);
    }

    /**
     * Imports; returns when all is durable and the platform has settled.
     *
     * @throws Fault when nothing can be fed; when the platform goes away, the job is kept
     */
    public Outcome run(Request request, JobWatcher watcher) {
        Task task = request.task();
        String job = name(task.session(), request.now());
        try (PlatformClient platform = new PlatformClient(request.server());
                RecordedSources sources =
                        RecordedSources.open(
                                task.paths(),
                                SessionEntries.ask(platform, task.session()),
                                task.car(),
                                task.gates());
                Held held = folder.create(job);
                ImportJob running =
                        ImportJob.open(job, stores.apply(held.store()), platform, watcher::sent)) {
            watcher.total(sources.samples());
            running.start(ImportPlan.of(sources.sources()), data(request, sources));
            watcher.begun(job);
            List<String> damaged = new ArrayList<>();
            sources.unusable().forEach(fault -> damaged.add(fault.text() + ". " + fault.remedy()));
            return outcome(
                    running, running.await(), RecordingFeed.warnings(sources, task), damaged);
        }
    }

    /**
     * Goes on with an import that was stopped, or tells what came of one that is over.
     *
     * @throws Fault (user, {@code import-unknown}), (conflict, {@code import-running})
     */
    public Outcome resume(String job, JobWatcher watcher) {
        try (Held held = folder.open(job)) {
            Map<String, String> data = begun(job).data();
            watcher.total(Long.parseLong(data.getOrDefault("samples", "0")));
            watcher.begun(job);
            try (PlatformClient platform =
                            new PlatformClient(URI.create(data.getOrDefault("server", "")));
                    ImportJob running =
                            ImportJob.open(job, held.store(), platform, watcher::sent)) {
                return outcome(running, running.await(), List.of(), new ArrayList<>());
            }
        }
    }

    /** Ends an import that was stopped; what arrived stays. */
    public SagaView cancel(String job, String who) {
        try (Held held = folder.open(job);
                PlatformClient platform =
                        new PlatformClient(
                                URI.create(begun(job).data().getOrDefault("server", "")));
                ImportJob running = ImportJob.open(job, held.store(), platform, samples -> {})) {
            return running.cancel(who);
        }
    }

    /** Imports with how they stand, newest first; those that never began are left out. */
    public List<SagaView> list() {
        return folder.jobs().stream()
                .limit(ImportFolder.JOB_LIMIT)
                .flatMap(job -> folder.look(job).stream())
                .toList();
    }

    private SagaView begun(String job) {
        return folder.look(job)
                .orElseThrow(() ->
                        Fault.user(
                                "import-not-begun",
                                "import " + job + " had not begun",
                                "import the recordings again"));
    }

    private static String name(SessionId session, Instant now) {
        String text = session.value();
        return text.substring(0, Math.min(SESSION_SHOWN, text.length())) + "-" + STAMP.format(now);
    }

    private static Map<String, String> data(Request request, RecordedSources sources) {
        return Map.of(
                "session", request.task().session().value(),
                "server", request.server().toString(),
                "track",
                        request.track()
                                .map(file -> file.toAbsolutePath().normalize().toString())
                                .orElse(""),
                "samples", Long.toString(sources.samples()),
                "recordings", Integer.toString(sources.sources().size()));
    }

    private static Outcome outcome(
            ImportJob job, SagaView view, List<String> warnings, List<String> damaged) {
        if (view.phase() == SagaView.Phase.UNDONE) {
            throw Fault.conflict(
                    "import-cancelled",
                    "the import was " + view.reason(),
                    "what arrived is kept; import again for the rest");
        }
        for (SagaView.Step step : view.steps()) {
            if (step.progress().state() == StepProgress.State.FAILED) {
                damaged.add(named(step.planned()) + ": " + step.progress().reason());
            }
        }
        return new Outcome(
                new SessionId(view.data().getOrDefault("session", "")),
                Integer.parseInt(view.data().getOrDefault("recordings", "0")),
                job.tally().receipt(),
                warnings,
                damaged);
    }

    private static String named(PlannedStep step) {
        return step.kind().equals(ImportPlan.FEED)
                ? ImportPlan.parts(step.argument()).getFirst().file().getFileName().toString()
                : step.name();
    }
}
