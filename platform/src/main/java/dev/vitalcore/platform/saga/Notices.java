package dev.vitalcore.platform.saga;

import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.saga.Activity.Compensated;
import dev.vitalcore.platform.saga.Activity.Completed;
import dev.vitalcore.platform.saga.Activity.Stuck;
import java.util.Optional;

/** What the operator has to be told of a saga. Pure. */
final class Notices {
    private static final int LIMIT = 900;

    private Notices() {}

    /** What the operator has not been told yet. */
    static Optional<String> of(SagaState state) {
        if (state.told()) {
            return Optional.empty();
        }
        String saga = "saga " + state.saga();
        return switch (state.activity()) {
            case Completed over ->
                    notice(saga + " is complete, but " + state.failedSteps() + " failed");
            case Compensated over -> notice(saga + " was undone: " + state.backReason());
            case Stuck(int step, String reason) ->
                    notice(
                            saga
                                    + " is stuck: step "
                                    + state.steps().get(step).name()
                                    + " cannot be undone: "
                                    + reason
                                    + ". Remove the cause and resume it");
            case Activity underWay -> Optional.empty();
        };
    }

    private static Optional<String> notice(String text) {
        return Optional.of(Text.abbreviate(text, LIMIT));
    }
}
