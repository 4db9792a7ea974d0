package dev.vitalcore.app.feed;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import java.util.Map;

/** Waits until the platform's ledger has every block that was fed. Changes nothing. */
final class SettleStep implements StepCode {
    private static final long LOOK_AGAIN_MS = 200;

    private final PlatformClient platform;
    private final ImportTally tally;

    SettleStep(PlatformClient platform, ImportTally tally) {
        this.platform = platform;
        this.tally = tally;
    }

    @Override
    public Map<String, String> act(StepCall call) throws InterruptedException {
        SessionId session = new SessionId(call.datum("session"));
        try {
            while (!settled(ArrivedBlocks.ask(platform, session), call.data())) {
                Thread.sleep(LOOK_AGAIN_MS);
            }
        } catch (Fault fault) {
            tally.failed(fault);
            throw fault;
        }
        return Map.of();
    }

    @Override
    public void undo(StepCall call) {}

    private static boolean settled(ArrivedBlocks arrived, Map<String, String> data) {
        return data.entrySet().stream()
                .filter(datum -> datum.getKey().startsWith(FeedStep.BLOCKS))
                .allMatch(datum ->
                        arrived.count(
                                        new SourceId(
                                                datum.getKey().substring(FeedStep.BLOCKS.length())))
                                >= Long.parseLong(datum.getValue()));
    }
}
