package dev.vitalcore.app.command;

import dev.vitalcore.app.EventStorePlace;
import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.kernel.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which event store is meant. */
final class EventStoreOption {
    @Option(
            names = "--event-store",
            paramLabel = "ADDRESS",
            description = {
                "where decisions are kept (default: events.db in the data directory):",
                "postgresql://USER@HOST:PORT/DATABASE?password-file=FILE",
                "pulsar://HOST:PORT/TENANT/NAMESPACE/TOPIC?admin=http://HOST:PORT&token-file=FILE",
                "kurrentdb://USER@HOST:PORT/STREAM?password-file=FILE (not verified against the"
                        + " real server)",
                "never with the password itself (docs/event-store.md)"
            })
    private @Nullable String address;

    EventStorePlace place() {
        if (address == null) {
            return EventStorePlace.inDirectory();
        }
        try {
            return EventStorePlace.parse(address);
        } catch (Fault unusable) {
            throw unusable.kind() == Fault.Kind.USER
                    ? new WrongUsage(String.valueOf(unusable.getMessage()), unusable.remedy())
                    : unusable;
        }
    }
}
