package dev.vitalcore.app.feed;

import dev.vitalcore.app.feed.RecordingFeed.Outcome;
import dev.vitalcore.app.kill.HaltingStore;
import dev.vitalcore.kernel.SessionId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An import that ends at a point: {@code HaltedImport JOBS POINT SERVER SESSION PATH…}. Says how
 * many points it passed when it comes to its end.
 */
final class HaltedImport {
    private HaltedImport() {}

    public static void main(String[] arguments) {
        AtomicReference<@Nullable HaltingStore> store = new AtomicReference<>();
        RecordingImport imports =
                new RecordingImport(
                        new ImportFolder(Path.of(arguments[0])),
                        own -> {
                            HaltingStore halting =
                                    new HaltingStore(own, Integer.parseInt(arguments[1]));
                            store.set(halting);
                            return halting;
                        });
        List<Path> paths = Stream.of(arguments).skip(4).map(Path::of).toList();
        RecordingFeed.Task task =
                new RecordingFeed.Task(
                        paths,
                        new SessionId(arguments[3]),
                        Optional.empty(),
                        "max",
                        Optional.empty());
        Outcome outcome =
                imports.run(
                        new RecordingImport.Request(
                                task, URI.create(arguments[2]), Optional.empty(), Instant.now()),
                        new Silent());
        HaltingStore passed = store.get();
        System.out.println("points " + (passed == null ? 0 : passed.points()));
        System.out.println("blocks " + outcome.receipt().accepted());
        System.out.println("damaged " + outcome.damaged().size());
    }

    /** Nobody watches. */
    static final class Silent implements RecordingImport.JobWatcher {
        @Override
        public void begun(String job) {}

        @Override
        public void total(long samples) {}

        @Override
        public void sent(long samples) {}
    }
}
