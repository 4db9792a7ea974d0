package dev.vitalcore.pulsar;

import java.nio.file.Path;

/** Names of topics in a namespace that the store makes with its first one. */
final class PulsarTopics {
    private PulsarTopics() {}

    /** One a directory. */
    static String of(Path directory) {
        return "public/vitalcore-test/" + directory.getFileName();
    }
}
