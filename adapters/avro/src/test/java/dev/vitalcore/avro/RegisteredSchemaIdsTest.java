package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the registry is asked, and how often. */
class RegisteredSchemaIdsTest {
    private static final SchemaHistory HISTORY =
            new SchemaHistory("x-value", List.of("\"int\"", "\"long\""));

    private final ListedRegistry registry = new ListedRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final RegisteredSchemaIds ids =
            RegisteredSchemaIds.register(registry, HISTORY, nanos::get);

    @Test
    void registersTheHistoryInOrderAndWritesItsNewest() {
        assertThat(registry.versions("x-value")).containsExactly(1, 2);
        assertThat(ids.current()).isEqualTo(2);
        assertThat(ids.schema(1)).contains("\"int\"");
    }

    @Test
    void knowsFromTheStartWhatOthersHaveRegistered() {
        registry.register("x-value", "\"double\"");

        RegisteredSchemaIds later = RegisteredSchemaIds.register(registry, HISTORY, nanos::get);

        assertThat(later.current()).isEqualTo(2);
        assertThat(later.snapshot().schema(3)).contains("\"double\"");
        assertThat(later.schema(3)).contains("\"double\"");
        assertThat(registry.asked()).isZero();
    }

    @Test
    void asksOnceForASchemaThatCameLater() {
        int id = registry.register("other-value", "\"string\"");

        assertThat(ids.schema(id)).contains("\"string\"");
        assertThat(ids.schema(id)).contains("\"string\"");

        assertThat(registry.asked()).isEqualTo(1);
    }

    @Test
    void asksForAnUnknownNumberAgainAfterFiveSecondsOnly() {
        assertThat(ids.schema(3)).isEmpty();
        assertThat(ids.schema(3)).isEmpty();
        assertThat(registry.asked()).isEqualTo(1);
        registry.register("other-value", "\"string\"");
        assertThat(ids.schema(3)).isEmpty();

        nanos.addAndGet(RegisteredSchemaIds.UNKNOWN_NANOS + 1);

        assertThat(ids.schema(3)).contains("\"string\"");
        assertThat(registry.asked()).isEqualTo(2);
    }

    @Test
    void doesNotLetAFloodOfUnknownNumbersThrough() {
        for (int id = 100; id < 100 + 2 * RegisteredSchemaIds.MOST_UNKNOWN; id++) {
            assertThat(ids.schema(id)).isEmpty();
        }

        assertThat(registry.asked()).isEqualTo(RegisteredSchemaIds.MOST_UNKNOWN);
    }

    @Test
    void keepsABoundedNumberOfForeignSchemas() {
        for (int type = 0; type <= RegisteredSchemaIds.MOST_LATER; type++) {
            int id = registry.register("other-value", "\"" + type + "\"");
            assertThat(ids.schema(id)).contains("\"" + type + "\"");
        }
        int asked = registry.asked();

        assertThat(ids.schema(3)).contains("\"0\"");

        assertThat(registry.asked()).isEqualTo(asked + 1);
    }

    @Test
    void tellsThatTheRegistryCannotBeAskedRatherThanThatTheNumberIsUnknown() {
        registry.fail();

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> ids.schema(9))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE));
        }
    }
}
