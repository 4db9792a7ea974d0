package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.Classified;
import dev.vitalcore.contracts.racecontrol.RaceEvent.Finish;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentReported;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyImposed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProvisionalResultPublished;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AvroRaceEventsTest {
    private static final Schema SCHEMA = Schemas.load("race-event");
    private static final SessionId SPA = new SessionId("spa-race");
    private static final long AT = 1_777_732_330_000_000_000L;

    private final AvroRaceEvents format = new AvroRaceEvents();

    /** One of each kind, every component filled. */
    @TestFactory
    Stream<DynamicTest> readsWhatItWritesAsAvroDoes() {
        return Stream.of(RaceEvent.class.getPermittedSubclasses())
                .map(type ->
                        DynamicTest.dynamicTest(
                                type.getSimpleName(), () -> holds((RaceEvent) sample(type))));
    }

    @Test
    void readsListsAndNested() {
        holds(
                new ProvisionalResultPublished(
                        SPA,
                        AT,
                        2,
                        List.of(
                                new Classified(1, "44", 40, 3_600L, 5L, Finish.CLASSIFIED),
                                new Classified(0, "7", 12, 0, 0, Finish.RETIRED))));
        holds(new ProvisionalResultPublished(SPA, AT, 1, List.of()));
    }

    @Test
    void readsWhatIsNotKnown() {
        holds(
                new IncidentReported(
                        SPA, AT, 1, IncidentKind.SPIN, List.of(), OptionalDouble.empty(), "seen"));
        holds(
                new PenaltyImposed(
                        SPA, AT, 1, "44", PenaltyKind.TIME, 5, OptionalInt.empty(), "pit lane"));
    }

    @Test
    void theSchemaHasTheFactsOfTheCodeInTheirOrder() {
        List<Schema> facts = SCHEMA.getField("fact").schema().getTypes();

        assertThat(facts)
                .extracting(Schema::getName)
                .containsExactlyElementsOf(
                        Stream.of(RaceEvent.class.getPermittedSubclasses())
                                .map(Class::getSimpleName)
                                .toList());
        for (int i = 0; i < facts.size(); i++) {
            assertThat(facts.get(i).getFields())
                    .extracting(Schema.Field::name)
                    .containsExactlyElementsOf(
                            Stream.of(
                                            RaceEvent.class.getPermittedSubclasses()[i]
                                                    .getRecordComponents())
                                    .skip(2)
                                    .map(component -> RecordFormat.spelled(component.getName()))
                                    .toList());
        }
    }

    @Test
    void refusesWhatIsCutShortOrTooLong() {
        byte[] whole = format.write((RaceEvent) sample(IncidentReported.class));

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(
                            catchThrowableOfType(
                                    Fault.class,
                                    () ->
                                            format.read(
                                                    format.typeOf(
                                                            (RaceEvent)
                                                                    sample(IncidentReported.class)),
                                                    cut)))
                    .isNotNull();
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThat(
                        catchThrowableOfType(
                                Fault.class,
                                () ->
                                        format.read(
                                                format.typeOf(
                                                        (RaceEvent) sample(IncidentReported.class)),
                                                longer)))
                .isNotNull();
    }

    /** By our own reader, and by Avro's, whose value must write to the same bytes. */
    private void holds(RaceEvent event) {
        byte[] bytes = format.write(event);

        assertThat(format.read(format.typeOf(event), bytes)).isEqualTo(event);
        GenericRecord read = Schemas.read(SCHEMA, bytes);
        assertThat(((GenericRecord) read.get("fact")).getSchema().getName())
                .isEqualTo(event.getClass().getSimpleName());
        assertThat(Schemas.write(read)).isEqualTo(bytes);
    }

    private static Object sample(Class<?> record) {
        try {
            RecordComponent[] components = record.getRecordComponents();
            Object[] values =
                    Stream.of(components)
                            .map(component ->
                                    value(component.getGenericType(), component.getName()))
                            .toArray();
            return record.getConstructor(
                            Stream.of(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Type type, String name) {
        return switch (type.getTypeName()) {
            case "java.lang.String" -> "a " + name + " with ü";
            case "int" -> 3;
            case "long" -> AT;
            case "dev.vitalcore.kernel.SessionId" -> SPA;
            case "java.util.OptionalInt" -> OptionalInt.of(4);
            case "java.util.OptionalDouble" -> OptionalDouble.of(1_204.5);
            case "java.util.List<java.lang.String>" -> List.of("44", "7");
            default ->
                    type instanceof Class<?> simple && simple.isEnum()
                            ? simple.getEnumConstants()[simple.getEnumConstants().length - 1]
                            : List.of(sample(Classified.class));
        };
    }
}
