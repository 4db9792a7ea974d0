package dev.vitalcore.timing.application;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Timing's step of the opening of a session: it makes sure that laps of the session will be timed.
 * Timing needs nothing to be set up for a session, so there is nothing to undo.
 */
public final class TimingPreparation implements StepCode {
    /** Room for the reason in the saga's data. */
    private static final int SHOWN = 200;

    private final Supplier<Optional<String>> whyNot;
    private final Circuits circuits;

    /**
     * @param whyNot why no laps are timed now; empty while they are
     */
    public TimingPreparation(Supplier<Optional<String>> whyNot, Circuits circuits) {
        this.whyNot = whyNot;
        this.circuits = circuits;
    }

    /**
     * Has the published circuits fetched where none are kept yet, so that they are there before the
     * session begins. That they cannot be had is told and hinders nothing.
     *
     * @throws Fault (unavailable) while no laps are timed
     */
    @Override
    public Map<String, String> act(StepCall call) {
        whyNot.get()
                .ifPresent(reason -> {
                    throw Fault.unavailable(
                            "timing-down",
                            "no laps are timed: " + reason,
                            "see GET /api/v1/health, then open the session anew");
                });
        return circuits.prefetch()
                .map(reason -> Map.of("without-circuits", Text.abbreviate(reason, SHOWN)))
                .orElse(Map.of());
    }

    @Override
    public void undo(StepCall call) {
        // Nothing was set up.
    }
}
