package dev.vitalcore.app;

import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCodes;
import dev.vitalcore.racecontrol.RaceControlContext;
import dev.vitalcore.racecontrol.application.CarOnboarding;
import dev.vitalcore.racecontrol.application.SessionOpening;
import dev.vitalcore.racecontrol.application.StorageReservations;
import dev.vitalcore.telemetry.application.AwaitedCar;
import dev.vitalcore.telemetry.application.ExpectedSessions;
import dev.vitalcore.telemetry.application.Ingest;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.timing.application.Circuits;
import dev.vitalcore.timing.application.TimingPreparation;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The sagas over several contexts, which know nothing of each other. */
record PlatformSagas(
        Sagas sagas, SessionOpening opening, CarOnboarding onboarding, ExpectedSessions expected) {
    private static final int THREADS = 4;

    /**
     * What the steps ask the other parts.
     *
     * @param whyNotTimed why no laps are timed now; empty while they are
     * @param circuits are fetched before a session begins
     * @param freeBytes of the disk, beyond what must stay free
     */
    record Asked(
            Ingest ingest,
            SessionCatalogue sessions,
            Supplier<Optional<String>> whyNotTimed,
            Circuits circuits,
            LongSupplier freeBytes) {
        boolean takesBlocks() {
            CompletableFuture<Void> ready = ingest.ready().toCompletableFuture();
            return ready.isDone() && !ready.isCompletedExceptionally();
        }
    }

    /** Goes on with those that are not over. */
    static PlatformSagas start(Engines engines, Contexts contexts, Asked asked, Parts parts) {
        RaceControlContext raceControl = contexts.raceControl();
        NoticeBoard notices = contexts.notices();
        ExpectedSessions expected = new ExpectedSessions(engines.here(), asked::takesBlocks);
        SessionOpening opening =
                new SessionOpening(
                        raceControl.sessions(),
                        new StorageReservations(engines.here()),
                        asked.freeBytes(),
                        notices);
        CarOnboarding onboarding = new CarOnboarding(raceControl.sessions(), notices);
        StepCodes codes =
                new StepCodes(
                        Map.of(
                                CarOnboarding.PLAN,
                                onboarding.codes(new AwaitedCar(asked.sessions()::hasSent)),
                                SessionOpening.PLAN,
                                opening.codes(
                                        expected,
                                        new TimingPreparation(
                                                asked.whyNotTimed(), asked.circuits()))));
        Sagas sagas =
                parts.add(
                        Sagas.start(
                                new Sagas.Ports(
                                        engines.events(),
                                        engines.schemas().sagaEvents(),
                                        new BoardNotices(notices),
                                        InstantSource.system()),
                                codes,
                                THREADS));
        return new PlatformSagas(sagas, opening, onboarding, expected);
    }
}
