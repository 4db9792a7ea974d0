package dev.vitalcore.app.opening;

import dev.vitalcore.app.kill.HaltedSaga;
import dev.vitalcore.app.kill.HaltedSaga.Stage;
import dev.vitalcore.app.kill.HaltedSaga.Story;
import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaRequest;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCodes;
import dev.vitalcore.racecontrol.application.SessionOpening;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.application.StorageReservations;
import dev.vitalcore.resilience.ResilientCalls;
import dev.vitalcore.telemetry.application.ExpectedSessions;
import dev.vitalcore.timing.application.Circuits;
import dev.vitalcore.timing.application.TimingPreparation;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the session in a process that ends at a point. */
final class HaltedOpening {
    private static final long BYTES = 1L << 30;
    private static final SagaRequest REQUEST = SagaRequest.of("k1", "anna", "it is time");

    private HaltedOpening() {}

    public static void main(String[] arguments) throws InterruptedException {
        HaltedSaga.run(arguments, HaltedOpening::story);
    }

    private static Story story(Stage stage) {
        SessionOpening opening =
                new SessionOpening(
                        new Sessions(stage.store(), new AvroRaceEvents()),
                        new StorageReservations(stage.database()),
                        () -> 2 * BYTES,
                        new NoticeBoard(stage.database()));
        return new Story() {
            @Override
            public StepCodes codes() {
                return new StepCodes(
                        Map.of(
                                SessionOpening.PLAN,
                                opening.codes(
                                        new ExpectedSessions(stage.database(), () -> true),
                                        new TimingPreparation(
                                                Optional::empty,
                                                new Circuits(
                                                        Optional.empty(),
                                                        ResilientCalls.of(List.of(Circuits.POLICY)),
                                                        InstantSource.system())))));
            }

            @Override
            public SagaView start(Sagas sagas) {
                return opening.start(
                        sagas, new SessionOpening.Wish(HaltedSaga.RACE, 5, BYTES), REQUEST);
            }
        };
    }
}
