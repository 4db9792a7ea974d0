package dev.vitalcore.app.command;

import java.io.IOException;

/** Where the program's output goes. */
final class Terminal {
    private Terminal() {}

    /**
     * Whether somebody watches the error output. Java only tells it of input and output together,
     * so the system is asked; where it cannot be, nobody watches.
     */
    static boolean hasErrors() {
        try {
            return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
