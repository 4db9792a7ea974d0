package dev.vitalcore.app.opening;

import dev.vitalcore.app.kill.HaltedSaga;
import dev.vitalcore.app.kill.HaltedSaga.Stage;
import dev.vitalcore.app.kill.HaltedSaga.Story;
import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.SagaRequest;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import dev.vitalcore.platform.saga.StepCodes;
import dev.vitalcore.platform.saga.StepProgress;
import dev.vitalcore.racecontrol.application.CarOnboarding;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.telemetry.application.AwaitedCar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Brings car 44 into the session in a process that ends at a point: {@code … CAR}. */
record HaltedOnboarding(CarOnboarding onboarding, Car car) implements Story {
    private static final SagaRequest REQUEST = SagaRequest.of("k1", "anna", "a late entry");
    private static final SagaRequest CALLED_OFF = SagaRequest.of("k2", "anna", "not today");
    private static final int AWAIT = 1;

    /** What comes of its telemetry. */
    enum Car {
        SENDS,
        MUST_SEND_AND_DOES_NOT,
        NEED_NOT_SEND_AND_DOES_NOT,
        /** While its telemetry is awaited. */
        IS_CALLED_OFF
    }

    public static void main(String[] arguments) throws InterruptedException {
        Car car = Car.valueOf(arguments[3]);
        HaltedSaga.run(arguments, stage -> new HaltedOnboarding(onboarding(stage), car));
    }

    private static CarOnboarding onboarding(Stage stage) {
        return new CarOnboarding(
                new Sessions(stage.store(), new AvroRaceEvents()),
                new NoticeBoard(stage.database()));
    }

    @Override
    public StepCodes codes() {
        StepCode telemetry =
                car == Car.IS_CALLED_OFF ? new Unending() : new AwaitedCar(e -> car == Car.SENDS);
        return new StepCodes(Map.of(CarOnboarding.PLAN, onboarding.codes(telemetry)));
    }

    @Override
    public SagaView start(Sagas sagas) throws InterruptedException {
        CarOnboarding.Wish wish =
                new CarOnboarding.Wish(
                        HaltedSaga.RACE,
                        5,
                        "44",
                        "Team 44",
                        List.of("Ada", "Bert"),
                        Duration.ofSeconds(1),
                        car != Car.NEED_NOT_SEND_AND_DOES_NOT);
        SagaView view = onboarding.start(sagas, wish, REQUEST);
        return car == Car.IS_CALLED_OFF ? calledOff(sagas, view.saga()) : view;
    }

    private static SagaView calledOff(Sagas sagas, SagaId saga) throws InterruptedException {
        while (!hasBegunToWait(sagas.inspect(saga).orElseThrow())) {
            Thread.sleep(5);
        }
        return sagas.cancel(saga, CALLED_OFF);
    }

    private static boolean hasBegunToWait(SagaView view) {
        return view.steps().get(AWAIT).progress().state() != StepProgress.State.NOT_BEGUN;
    }

    /** Only an interruption ends it. */
    private static final class Unending implements StepCode {
        @Override
        public Map<String, String> act(StepCall call) throws InterruptedException {
            new CountDownLatch(1).await();
            return Map.of();
        }

        @Override
        public void undo(StepCall call) {
            // Nothing was changed.
        }
    }
}
