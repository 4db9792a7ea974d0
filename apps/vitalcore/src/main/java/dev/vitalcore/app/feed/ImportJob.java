package dev.vitalcore.app.feed;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.AvroSagaEvents;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.saga.OperatorNotices;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.SagaPlan;
import dev.vitalcore.platform.saga.SagaRequest;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCodes;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * An import under way in this process: a saga whose state is in the folder of the job. It goes on
 * as soon as it is opened; whatever ends the process, opening it again goes on from there.
 */
final class ImportJob implements AutoCloseable {
    private static final long LOOK_AGAIN_MS = 20;

    /** Whoever imports is the operator, and sees the end on the terminal. */
    private static final OperatorNotices TERMINAL = notice -> {};

    private final SagaId id;
    private final Sagas sagas;
    private final ImportTally tally;

    private ImportJob(SagaId id, Sagas sagas, ImportTally tally) {
        this.id = id;
        this.sagas = sagas;
        this.tally = tally;
    }

    /**
     * @param store of this job alone; stays the caller's to close
     * @param platform to feed; stays the caller's to close
     * @param progress is told how many samples are fed
     */
    static ImportJob open(
            String job, EventStore store, PlatformClient platform, LongConsumer progress) {
        ImportTally tally = new ImportTally(progress);
        Codec<TelemetryBlock> codec = new AvroBlockCodec();
        StepCodes codes =
                new StepCodes(
                        Map.of(
                                ImportPlan.NAME,
                                Map.of(
                                        ImportPlan.FEED,
                                        new FeedStep(platform, codec, tally),
                                        ImportPlan.SETTLE,
                                        new SettleStep(platform, tally))));
        Sagas.Ports ports =
                new Sagas.Ports(store, new AvroSagaEvents(), TERMINAL, InstantSource.system());
        return new ImportJob(new SagaId(ImportPlan.NAME, job), Sagas.start(ports, codes, 1), tally);
    }

    void start(SagaPlan plan, Map<String, String> data) {
        sagas.start(id, plan, data, SagaRequest.of("start", "vitalcore import", ""));
    }

    /** What arrived stays. One that is over stays as it is. */
    SagaView cancel(String who) {
        if (!view().phase().isOver()) {
            sagas.cancel(id, SagaRequest.of("cancel", who, "vitalcore imports --cancel"));
        }
        SagaView view = view();
        while (!view.phase().isOver() || sagas.underWay() > 0) {
            pause();
            view = view();
        }
        return view;
    }

    ImportTally tally() {
        return tally;
    }

    SagaView view() {
        return sagas.inspect(id)
                .orElseThrow(() ->
                        Fault.user(
                                "import-not-begun",
                                "import " + id.id() + " had not begun",
                                "import the recordings again"));
    }

    /**
     * Waits until it is over.
     *
     * @throws Fault when something that it needs is not there; it can be opened again later
     */
    SagaView await() {
        SagaView view = view();
        while (!view.phase().isOver() || sagas.underWay() > 0) {
            tally.trouble()
                    .ifPresent(fault -> {
                        throw fault;
                    });
            pause();
            view = view();
        }
        return view;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    "interrupted", "stopped before all was sent", "resume the import");
        }
    }

    @Override
    public void close() {
        sagas.close();
    }
}
