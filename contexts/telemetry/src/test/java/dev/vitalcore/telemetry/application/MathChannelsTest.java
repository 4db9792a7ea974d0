package dev.vitalcore.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.domain.expression.ExpressionRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathChannelsTest {
    private static final EntryId CAR = EntryId.parse("spa/7");

    private final RecordedSeries recorded = new RecordedSeries();
    private SqliteDatabase database;
    private MathChannels channels;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("views.db"));
        TelemetrySchema.migrate(database);
        channels = new MathChannels(database, recorded);
        recorded.keep(CAR, "damper", Unit.MILLIMETRE, 10, 1, s -> s);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsThemByNameAndOverARestart() {
        MathChannel slip = new MathChannel("slip", "speed / 2", Optional.of("m/s"), "how much");
        channels.put(slip);
        channels.put(channel("a", "speed * 3"));
        channels.put(channel("a", "speed * 2"));

        assertThat(channels.list()).containsExactly(channel("a", "speed * 2"), slip);
        assertThat(new MathChannels(database, recorded).list()).isEqualTo(channels.list());
    }

    @Test
    void forgetsOneThatNothingIsMadeOf() {
        channels.put(channel("a", "speed * 2"));
        channels.put(channel("b", "a * 2"));

        assertThat(refusal("a").code()).isEqualTo("math-channel-in-use");
        assertThat(refusal("a").kind()).isEqualTo(Fault.Kind.CONFLICT);
        channels.delete("b");
        channels.delete("a");
        assertThat(refusal("a").code()).isEqualTo("math-channel-unknown");
        assertThat(new MathChannels(database, recorded).list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "Slip ; speed            ; ~~  ; math-channel-name-unusable ; 'Slip'",
                "gear ; speed            ; ~~  ; math-channel-name-taken    ; 'gear'",
                "slip ; speed +          ; ~~  ; expression-unusable        ; column 8",
                "slip ; 1 + 2            ; ~~  ; expression-unusable        ; no channel",
                "slip ; speed + throttle ; ~~  ; expression-units-differ    ; km/h and %",
                "slip ; speed            ; bar ; expression-units-differ    ; in km/h",
                "slip ; speed            ; boo ; unit-unusable              ; 'boo'",
                "slip ; speed ; 1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1 ; unit-too-long ; 41 char",
                "slip ; speed + slip     ; ~~  ; math-channel-circle        ; slip → slip",
                "slip ; twice + speed    ; ~~  ; math-channel-circle        ; slip → twice → slip"
            })
    void refusesWhatCannotBeUsed(
            String name, String expression, String unit, String code, String message) {
        channels.put(channel("twice", "2 * slip"));

        Optional<String> stated = Optional.of(unit).filter(text -> !text.isEmpty());
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> channels.put(new MathChannel(name, expression, stated, "")))
                .withMessageContaining(message)
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code))
                .satisfies(fault -> assertThat(fault.remedy()).isNotBlank());
        assertThat(channels.list()).hasSize(1);
    }

    @Test
    void refusesWhatGrowsTooLargeByWhatItIsMadeOf() {
        channels.put(channel("a0", "damper * damper"));
        for (int index = 1; index < 8; index++) {
            channels.put(channel("a" + index, "a" + (index - 1) + " + a" + (index - 1)));
        }

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> channels.put(channel("a8", "a7 + a7")))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("expression-too-large"));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> channels.put(channel("a0", "damper * damper * damper * damper")))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("expression-too-large"));
    }

    @Test
    void refusesMoreChannelsThanTheRest() {
        StringBuilder sum = new StringBuilder("c0");
        for (int index = 1; index < 16; index++) {
            sum.append(" + c").append(index);
        }
        channels.put(channel("sixteen", sum.toString()));

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> channels.put(channel("seventeen", sum + " + c16")))
                .withMessageContaining("17 channels");
    }

    @Test
    void keepsAtMostFiveHundred() {
        for (int index = 0; index < 500; index++) {
            channels.put(channel("m" + index, "speed"));
        }
        channels.put(channel("m7", "speed * 2"));

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> channels.put(channel("another", "speed")))
                .withMessageContaining("500");
    }

    @Test
    void checksAnExpressionForACarOrForAny() {
        channels.put(channel("travel", "damper * 2"));

        assertThat(channels.check("derivative(travel)", Optional.of(CAR)))
                .isEqualTo(new MathCheck(Optional.of("m/s"), List.of("damper")));
        assertThat(channels.check("derivative(travel)", Optional.empty()))
                .isEqualTo(new MathCheck(Optional.empty(), List.of("damper")));
        assertThat(channels.check("derivative(speed)", Optional.empty()).unit()).contains("m/s²");
        assertThatExceptionOfType(ExpressionRefused.class)
                .isThrownBy(() -> channels.check("speed", Optional.of(CAR)))
                .withMessageContaining("'speed'");
    }

    private Fault refusal(String name) {
        try {
            channels.delete(name);
        } catch (Fault fault) {
            return fault;
        }
        throw new AssertionError("was forgotten");
    }

    private static MathChannel channel(String name, String expression) {
        return new MathChannel(name, expression, Optional.empty(), "");
    }
}
