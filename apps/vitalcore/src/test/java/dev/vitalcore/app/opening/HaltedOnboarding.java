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
import dev.vitalcore.racecontrol.application.CarOnboarding;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.telemetry.application.AwaitedCar;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Brings car 44 into the session in a process that ends at a point: {@code … SENDS}. */
final class HaltedOnboarding {
    private static final SagaRequest REQUEST = SagaRequest.of("k1", "anna", "a late entry");

    private HaltedOnboarding() {}

    public static void main(String[] arguments) throws InterruptedException {
        boolean sends = Boolean.parseBoolean(arguments[3]);
        HaltedSaga.run(arguments, stage -> story(stage, sends));
    }

    private static Story story(Stage stage, boolean sends) {
        CarOnboarding onboarding =
                new CarOnboarding(
                        new Sessions(stage.store(), new AvroRaceEvents()),
                        new NoticeBoard(stage.database()));
        return new Story() {
            @Override
            public StepCodes codes() {
                return new StepCodes(
                        Map.of(
                                CarOnboarding.PLAN,
                                onboarding.codes(new AwaitedCar(entry -> sends))));
            }

            @Override
            public SagaView start(Sagas sagas) {
                CarOnboarding.Wish wish =
                        new CarOnboarding.Wish(
                                HaltedSaga.RACE,
                                5,
                                "44",
                                "Team 44",
                                List.of("Ada", "Bert"),
                                Duration.ofSeconds(1),
                                true);
                return onboarding.start(sagas, wish, REQUEST);
            }
        };
    }
}
