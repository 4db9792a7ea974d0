package dev.vitalcore.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.Fault;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every {@link SchemaRegistry} does. The subjects are fresh ones in each test, since a real
 * registry is shared by all of them and forgets nothing; the records have names of their own for
 * the same reason.
 */
public abstract class SchemaRegistryContract {
    private static final String DRIVER = "{'name':'driver','type':'string'}";
    private static final String LAP = "{'name':'lap','type':'int'}";
    private static final String LAP_OR_ZERO = "{'name':'lap','type':'int','default':0}";

    private final String test = UUID.randomUUID().toString().replace("-", "");
    private final String subject = "t" + test + "-value";
    private SchemaRegistry registry;

    /** The registry under test; may know other subjects. */
    protected abstract SchemaRegistry registry();

    @BeforeEach
    void useRegistry() {
        registry = registry();
        registry.setCompatibility(CompatibilityLevel.BACKWARD);
    }

    @Test
    void givesTheTextOfASchemaByItsId() {
        int id = registry.register(subject, record(DRIVER));

        assertThat(registry.schema(id)).isEqualTo(record(DRIVER));
    }

    @Test
    void registersTheSameSchemaOnce() {
        int id = registry.register(subject, record(DRIVER));

        int again = registry.register(subject, record(DRIVER));

        assertThat(again).isEqualTo(id);
        assertThat(registry.versions(subject)).containsExactly(1);
    }

    @Test
    void takesSpaceAndOrderOfAttributesForTheSameSchema() {
        int id = registry.register(subject, record(DRIVER));

        int again =
                registry.register(
                        subject,
                        json(
                                " { 'name' : 'R%s', 'type' : 'record',\n 'fields' : [ %s ] } "
                                        .formatted(test, DRIVER)));

        assertThat(again).isEqualTo(id);
        assertThat(registry.versions(subject)).containsExactly(1);
    }

    @Test
    void givesTheSameIdToTheSameSchemaInAnotherSubject() {
        String other = "other-" + subject;
        int id = registry.register(subject, record(DRIVER));

        assertThat(registry.register(other, record(DRIVER))).isEqualTo(id);

        assertThat(registry.uses(id))
                .containsExactlyInAnyOrder(
                        new SubjectVersion(subject, 1), new SubjectVersion(other, 1));
    }

    @Test
    void countsVersionsAndGivesEachItsOwnId() {
        int first = registry.register(subject, record(DRIVER));
        int second = registry.register(subject, record(DRIVER, LAP_OR_ZERO));

        assertThat(second).isNotEqualTo(first);
        assertThat(registry.versions(subject)).containsExactly(1, 2);
        assertThat(registry.version(subject, 1))
                .isEqualTo(new RegisteredSchema(subject, 1, first, record(DRIVER)));
        assertThat(registry.latest(subject))
                .isEqualTo(new RegisteredSchema(subject, 2, second, record(DRIVER, LAP_OR_ZERO)));
    }

    @Test
    void registeringAnOldVersionAgainMakesNoNewOne() {
        int first = registry.register(subject, record(DRIVER));
        registry.register(subject, record(DRIVER, LAP_OR_ZERO));

        assertThat(registry.register(subject, record(DRIVER))).isEqualTo(first);

        assertThat(registry.versions(subject)).containsExactly(1, 2);
    }

    @Test
    void findsTheVersionOfASchema() {
        registry.register(subject, record(DRIVER));
        int second = registry.register(subject, record(DRIVER, LAP_OR_ZERO));

        RegisteredSchema found = registry.lookup(subject, record(DRIVER, LAP_OR_ZERO));

        assertThat(found.version()).isEqualTo(2);
        assertThat(found.id()).isEqualTo(second);
    }

    @Test
    void listsSubjects() {
        registry.register(subject, record(DRIVER));

        assertThat(registry.subjects()).contains(subject);
    }

    @Test
    void takesSubjectsOfAnyCharacters() {
        String odd = "a b%2F?#+;ü-" + subject;
        int id = registry.register(odd, record(DRIVER));

        assertThat(registry.latest(odd).id()).isEqualTo(id);
        assertThat(registry.subjects()).contains(odd);
    }

    @Test
    void tellsWhatIsNotThere() {
        registry.register(subject, record(DRIVER));

        assertThat(refusal(() -> registry.versions("no" + subject)).code())
                .isEqualTo(SchemaFaults.SUBJECT_UNKNOWN);
        assertThat(refusal(() -> registry.latest("no" + subject)).code())
                .isEqualTo(SchemaFaults.SUBJECT_UNKNOWN);
        assertThat(refusal(() -> registry.version("no" + subject, 1)).code())
                .isEqualTo(SchemaFaults.SUBJECT_UNKNOWN);
        assertThat(refusal(() -> registry.version(subject, 2)).code())
                .isEqualTo(SchemaFaults.VERSION_UNKNOWN);
        assertThat(refusal(() -> registry.schema(1_000_000)).code())
                .isEqualTo(SchemaFaults.SCHEMA_UNKNOWN);
        assertThat(refusal(() -> registry.uses(1_000_000)).code())
                .isEqualTo(SchemaFaults.SCHEMA_UNKNOWN);
        assertThat(refusal(() -> registry.lookup("no" + subject, record(DRIVER))).code())
                .isEqualTo(SchemaFaults.SUBJECT_UNKNOWN);
        assertThat(refusal(() -> registry.lookup(subject, record(LAP))).code())
                .isEqualTo(SchemaFaults.SCHEMA_UNKNOWN);
    }

    @Test
    void refusesWhatIsNoSchema() {
        Fault fault = refusal(() -> registry.register(subject, json("{'type':'record'")));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.code()).isEqualTo(SchemaFaults.SCHEMA_INVALID);
        assertThat(refusal(() -> registry.versions(subject)).code())
                .isEqualTo(SchemaFaults.SUBJECT_UNKNOWN);
    }

    @Test
    void refusesAnIncompatibleSchemaAndNamesTheField() {
        registry.register(subject, record(DRIVER));

        Fault fault = refusal(() -> registry.register(subject, record(DRIVER, LAP)));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(fault.code()).isEqualTo(SchemaFaults.INCOMPATIBLE);
        assertThat(fault.text()).contains(subject).contains("lap");
        assertThat(fault.remedy()).contains("default");
        assertThat(registry.versions(subject)).containsExactly(1);
    }

    @Test
    void holdsASubjectToItsOwnLevel() {
        registry.register(subject, record(DRIVER));
        registry.setCompatibility(subject, CompatibilityLevel.NONE);

        assertThat(registry.compatibility(subject)).contains(CompatibilityLevel.NONE);
        assertThat(registry.compatibility()).isEqualTo(CompatibilityLevel.BACKWARD);
        registry.register(subject, record(DRIVER, LAP));
        assertThat(registry.versions(subject)).containsExactly(1, 2);
    }

    @Test
    void keepsTheLevelOfAllSubjects() {
        registry.setCompatibility(CompatibilityLevel.FULL_TRANSITIVE);

        assertThat(registry.compatibility()).isEqualTo(CompatibilityLevel.FULL_TRANSITIVE);
    }

    /** From the schema with a driver to one with more or fewer fields. */
    @ParameterizedTest
    @CsvSource({
        "NONE,                true,  true,  true",
        "BACKWARD,            false, true,  true",
        "BACKWARD_TRANSITIVE, false, true,  true",
        "FORWARD,             true,  true,  false",
        "FORWARD_TRANSITIVE,  true,  true,  false",
        "FULL,                false, true,  false",
        "FULL_TRANSITIVE,     false, true,  false"
    })
    void checksInTheDirectionsOfTheLevel(
            CompatibilityLevel level, boolean added, boolean withDefault, boolean replaced) {
        registry.register(subject, record(DRIVER));
        registry.setCompatibility(subject, level);

        assertThat(accepts(record(DRIVER, LAP))).isEqualTo(added);
        assertThat(accepts(record(DRIVER, LAP_OR_ZERO))).isEqualTo(withDefault);
        assertThat(accepts(record(LAP_OR_ZERO))).isEqualTo(replaced);
    }

    /** Two steps that are each allowed, and together are not: a default came and went. */
    @ParameterizedTest
    @CsvSource({
        "BACKWARD, true",
        "BACKWARD_TRANSITIVE, false",
        "FULL, true",
        "FULL_TRANSITIVE, false"
    })
    void looksAtAllVersionsWhereTheLevelIsTransitive(CompatibilityLevel level, boolean accepted) {
        registry.register(subject, record(DRIVER));
        registry.register(subject, record(DRIVER, LAP_OR_ZERO));
        registry.setCompatibility(subject, level);

        if (accepted) {
            registry.register(subject, record(DRIVER, LAP));
            assertThat(registry.versions(subject)).containsExactly(1, 2, 3);
        } else {
            Fault fault = refusal(() -> registry.register(subject, record(DRIVER, LAP)));
            assertThat(fault.code()).isEqualTo(SchemaFaults.INCOMPATIBLE);
            assertThat(accepts(record(DRIVER, LAP))).isFalse();
        }
    }

    @Test
    void checksAgainstOneVersion() {
        registry.register(subject, record(DRIVER));
        registry.register(subject, record(DRIVER, LAP_OR_ZERO));

        assertThat(check(new Against.Latest()).compatible()).isTrue();
        assertThat(check(new Against.Version(2)).compatible()).isTrue();
        assertThat(check(new Against.Version(1)).compatible()).isFalse();
        assertThat(refusal(() -> check(new Against.Version(3))).code())
                .isEqualTo(SchemaFaults.VERSION_UNKNOWN);
        assertThat(registry.versions(subject)).containsExactly(1, 2);
    }

    @Test
    void checksInASubjectThatIsNotThere() {
        assertThat(check(new Against.Latest()).compatible()).isTrue();
    }

    @Test
    void registersOnceWhenManyDoAtATime() throws Exception {
        int count = 16;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> ids =
                    IntStream.range(0, count)
                            .mapToObj(i ->
                                    threads.submit(() -> registry.register(subject, record(LAP))))
                            .toList();
            int id = registry.register(subject, record(LAP));
            for (Future<Integer> one : ids) {
                assertThat(one.get()).isEqualTo(id);
            }
        }

        assertThat(registry.versions(subject)).containsExactly(1);
    }

    protected final String subject() {
        return subject;
    }

    /** A record of this test with these fields. */
    protected final String record(String... fields) {
        return json(
                "{'type':'record','name':'R%s','fields':[%s]}"
                        .formatted(test, String.join(",", fields)));
    }

    protected static Fault refusal(ThrowingCallable call) {
        Fault fault = catchThrowableOfType(Fault.class, call);
        assertThat(fault).as("a refusal").isNotNull();
        return fault;
    }

    private Verdict check(Against against) {
        return registry.check(subject, record(DRIVER, LAP), against);
    }

    private boolean accepts(String schema) {
        return registry.check(subject, schema, new Against.WhatRegisteringDemands()).compatible();
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
