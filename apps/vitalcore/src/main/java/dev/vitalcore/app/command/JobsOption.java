package dev.vitalcore.app.command;

import dev.vitalcore.app.feed.ImportFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where imports are remembered. */
final class JobsOption {
    @Option(
            names = "--jobs",
            paramLabel = "DIR",
            description =
                    "where imports are remembered (default: vitalcore/imports below XDG_STATE_HOME or"
                            + " ~/.local/state)")
    private @Nullable Path directory;

    ImportFolder folder() {
        return new ImportFolder(directory == null ? ImportFolder.usual() : directory);
    }
}
