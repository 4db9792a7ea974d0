package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which event store an address means, and which one a data directory belongs to. */
class EventStorePlaceTest {
    private static final EventStorePlace ELSEWHERE =
            EventStorePlace.parse("postgresql://race@127.0.0.1/decisions");

    @TempDir private Path data;

    @ParameterizedTest
    @CsvSource({
        "postgresql://race@db.example/decisions?password-file=/run/secrets/race,"
                + " postgresql://race@db.example:5432/decisions, true",
        "pulsar://127.0.0.1/public/vitalcore/events,"
                + " pulsar://127.0.0.1:6650/public/vitalcore/events, false",
        "pulsar+ssl://p.example/public/vitalcore/events,"
                + " pulsar+ssl://p.example:6651/public/vitalcore/events, false",
        "kurrentdb://127.0.0.1/vitalcore?tls=false, kurrentdb://127.0.0.1:2113/vitalcore, false"
    })
    void readsTheAddressesOfAllKinds(String address, String where, boolean isDatabase) {
        EventStorePlace place = EventStorePlace.parse(address);

        assertThat(place.where()).isEqualTo(where);
        assertThat(place.isDatabase()).isEqualTo(isDatabase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://root:s3cret@127.0.0.1/decisions",
                "postgresql://race:s3cret@127.0.0.1/decisions",
                "pulsar://race:s3cret@127.0.0.1/a/b/c",
                "kurrentdb://race:s3cret@127.0.0.1/decisions",
                "s3cret"
            })
    void refusesWhatItDoesNotKnowAndPasswordsWithoutRepeatingThem(String address) {
        Throwable refused = catchThrowable(() -> EventStorePlace.parse(address));

        assertThat(refused).isInstanceOfAny(Fault.class, WrongUsage.class);
        assertThat(refused).hasMessageNotContaining("s3cret").hasNoCause();
    }

    @Test
    void aNewDirectoryBelongsToTheStoreItIsFirstUsedWith() {
        EventStoreNote note = new EventStoreNote(data);
        note.requireFor(ELSEWHERE);
        note.write(ELSEWHERE);

        note.requireFor(ELSEWHERE);
        Fault refused =
                catchThrowableOfType(
                        Fault.class, () -> note.requireFor(EventStorePlace.inDirectory()));

        assertThat(refused.kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(refused.text()).contains(ELSEWHERE.where()).contains("events.db");
        assertThat(refused.remedy()).contains("--data");
    }

    @Test
    void aDirectoryWithViewsAndNoNoteBelongsToItsOwnDecisions() throws IOException {
        Files.createFile(data.resolve("views.db"));
        EventStoreNote note = new EventStoreNote(data);

        note.requireFor(EventStorePlace.inDirectory());
        note.write(EventStorePlace.inDirectory());
        Fault refused = catchThrowableOfType(Fault.class, () -> note.requireFor(ELSEWHERE));

        assertThat(refused.code()).isEqualTo("data-directory-other-event-store");
        assertThat(data.resolve("event-store")).doesNotExist();
    }
}
