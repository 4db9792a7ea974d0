package dev.vitalcore.app;

import java.io.PrintStream;
import java.util.function.Supplier;

/**
 * Keeps QuestDB's line about where its logging is configured off the error output while the engine
 * opens; it has no setting for that. Everything else passes.
 */
final class WithoutBanner {
    private static final String BANNER = "Log configuration loaded ";

    private WithoutBanner() {}

    static <T> T call(Supplier<T> opening) {
        PrintStream before = System.err;
        System.setErr(
                new PrintStream(before, true) {
                    @Override
                    public void println(String line) {
                        if (!line.startsWith(BANNER)) {
                            super.println(line);
                        }
                    }
                });
        try {
            return opening.get();
        } finally {
            System.setErr(before);
        }
    }
}
