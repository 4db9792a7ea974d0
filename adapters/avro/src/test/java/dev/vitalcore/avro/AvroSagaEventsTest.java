package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.PlannedStep.OnFailure;
import dev.vitalcore.contracts.saga.SagaDatum;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.contracts.saga.SagaEvent.CancelAsked;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationBegan;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationDone;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationFailed;
import dev.vitalcore.contracts.saga.SagaEvent.OperatorTold;
import dev.vitalcore.contracts.saga.SagaEvent.SagaCompensated;
import dev.vitalcore.contracts.saga.SagaEvent.SagaCompleted;
import dev.vitalcore.contracts.saga.SagaEvent.SagaResumed;
import dev.vitalcore.contracts.saga.SagaEvent.SagaStarted;
import dev.vitalcore.contracts.saga.SagaEvent.SagaStuck;
import dev.vitalcore.contracts.saga.SagaEvent.StepBegan;
import dev.vitalcore.contracts.saga.SagaEvent.StepDone;
import dev.vitalcore.contracts.saga.SagaEvent.StepFailed;
import dev.vitalcore.contracts.saga.SagaEvent.StepTimedOut;
import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSagaEventsTest {
    private static final Schema SCHEMA = Schemas.load("saga-event");
    private static final String SAGA = "import.fp1";
    private static final long AT = 1_777_732_330_000_000_000L;
    private static final List<SagaDatum> DATA =
            List.of(new SagaDatum("session", "fp1"), new SagaDatum("über", "ü"));
    private static final PlannedStep STEP =
            new PlannedStep(
                    "feed-1",
                    "feed",
                    "lap.csv",
                    AttemptLimits.of(
                            3, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1)),
                    AttemptLimits.NEVER,
                    OnFailure.GO_ON);

    private final AvroSagaEvents format = new AvroSagaEvents();

    static Stream<SagaEvent> events() {
        return Stream.of(
                new SagaStarted(SAGA, AT, "import", 1, List.of(STEP, STEP), DATA),
                new StepBegan(SAGA, AT, 3, 1, AT + 5),
                new StepDone(SAGA, AT, 3, 1, DATA),
                new StepFailed(SAGA, AT, 3, 2, "no room", AT + 7),
                new StepTimedOut(SAGA, AT, 3, 2, 0),
                new CancelAsked(SAGA, AT, "anna", "rain"),
                new CompensationBegan(SAGA, AT, 3, 1, AT + 5),
                new CompensationDone(SAGA, AT, 3, 1),
                new CompensationFailed(SAGA, AT, 3, 1, "gone", 0),
                new SagaCompleted(SAGA, AT, List.of("feed-1")),
                new SagaCompensated(SAGA, AT, "cancelled"),
                new SagaStuck(SAGA, AT, 3, "gone"),
                new SagaResumed(SAGA, AT, "anna"),
                new OperatorTold(SAGA, AT, "it is stuck"));
    }

    /** By our own reader, and by Avro's, whose value must write to the same bytes. */
    @ParameterizedTest
    @MethodSource("events")
    void readsWhatItWritesAsAvroDoes(SagaEvent event) {
        byte[] bytes = format.write(event);

        assertThat(format.read(format.typeOf(event), bytes)).isEqualTo(event);
        GenericRecord read = Schemas.read(SCHEMA, bytes);
        assertThat(((GenericRecord) read.get("fact")).getSchema().getName())
                .isEqualTo(event.getClass().getSimpleName());
        assertThat(Schemas.write(read)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesWhatIsCutShort(SagaEvent event) {
        byte[] whole = format.write(event);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(
                            catchThrowableOfType(
                                    Fault.class, () -> format.read(format.typeOf(event), cut)))
                    .isNotNull();
        }
    }

    @Test
    void knowsEveryEvent() {
        assertThat(events().map(Object::getClass))
                .containsExactly(SagaEvent.class.getPermittedSubclasses());
    }
}
