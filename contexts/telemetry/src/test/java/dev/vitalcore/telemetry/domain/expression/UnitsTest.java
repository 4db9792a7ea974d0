package dev.vitalcore.telemetry.domain.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import dev.vitalcore.kernel.Unit;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitsTest {
    private final Sheet sheet =
            new Sheet()
                    .with("speed", Unit.KILOMETRE_PER_HOUR, 36)
                    .with("wheel", Unit.METRE_PER_SECOND, 11)
                    .with("distance", Unit.METRE, 100)
                    .with("radius", Unit.MILLIMETRE, 300)
                    .with("front", Unit.BAR, 30)
                    .with("rear", Unit.BAR, 20)
                    .with("throttle", Unit.PERCENT, 80)
                    .with("steering", Unit.DEGREE, 90)
                    .with("yaw", Unit.DEGREE_PER_SECOND, 18)
                    .with("rpm", Unit.REVOLUTION_PER_MINUTE, 6000)
                    .with("torque", Unit.NEWTON_METRE, 200)
                    .with("lateral", Unit.STANDARD_GRAVITY, 1.5)
                    .with("inner", Unit.CELSIUS, 90)
                    .with("outer", Unit.CELSIUS, 80)
                    .with("outside", Unit.FAHRENHEIT, 212)
                    .with("oil", Unit.KELVIN, 353.15)
                    .with("mass", Unit.KILOGRAM, 1000)
                    .with("fuel", Unit.LITRE, 50)
                    .with("gear", Unit.NONE, 4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speed                             | km/h | 36",
                "speed - wheel                     | km/h | -3.6",
                "wheel - speed                     | m/s  | 1",
                "speed * 2                         | km/h | 72",
                "speed + 4                         | km/h | 40",
                "speed > 10 m/s                    | ''   | 0",
                "30 < speed                        | ''   | 1",
                "speed * 10 s                      | m    | 100",
                "distance / speed                  | s    | 10",
                "1 / speed | h/km | 0.0277778",
                "wheel ^ 2                         | m²/s² | 121",
                "speed ^ 2                         | km²/h² | 1296",
                "sqrt(speed ^ 2)                   | m/s  | 10",
                "sqrt(distance * 4 m)              | m    | 20",
                "front / (front + rear) * 100      | ''   | 60",
                "front / rear                      | ''   | 1.5",
                "throttle * throttle               | %    | 64",
                "front * throttle                  | bar  | 24",
                "throttle > 75                     | ''   | 1",
                "throttle ^ 2                      | ''   | 0.64",
                "lateral * 1                       | g    | 1.5",
                "lateral + 0 m/s²                  | g    | 1.5",
                "lateral > 9.81 m/s^2              | ''   | 1",
                "yaw * wheel                       | m/s² | 3.45575",
                "yaw / wheel                       | 1/m  | 0.0285599",
                "rpm * radius                      | m/s  | 188.496",
                "rpm * torque                      | W    | 125663.7",
                "mass * lateral                    | N    | 14709.975",
                "mass * wheel                      | kg·m/s | 11000",
                "sin(steering)                     | ''   | 1",
                "atan2(wheel, speed)               | rad  | 0.8329813",
                "asin(throttle)                    | rad  | 0.9272952",
                "inner - outer                     | °C   | 10",
                "(inner + outer) / 2               | °C   | 85",
                "inner + (inner - outer)           | °C   | 100",
                "inner + 5                         | °C   | 95",
                "inner + 5 K                       | °C   | 95",
                "inner - outside                   | °C   | -10",
                "inner > 360 K                     | ''   | 1",
                "inner - oil                       | °C   | 10",
                "oil - inner                       | K    | -10",
                "oil - outside                     | K    | -20",
                "outside - oil                     | °F   | 36",
                "(inner - oil) + outer             | °C   | 90",
                "outer + (inner - oil)             | °C   | 90",
                "(oil - inner) + outer             | K    | 343.15",
                "(inner - oil) + oil               | °C   | 90",
                "inner - (inner - oil)             | °C   | 80",
                "(inner + oil) / 2                 | °C   | 85",
                "(oil + inner) / 2                 | K    | 358.15",
                "2 * inner - oil - outer           | °C   | 20",
                "oil + 5 K                         | K    | 358.15",
                "5 K + inner                       | K    | 368.15",
                "100 - inner                       | °C   | 10",
                "373.15 K - inner                  | K    | 10",
                "(oil - inner) - 5 °C              | K    | -15",
                "inner - oil > 9 K                 | ''   | 1",
                "oil - inner < -9 °C               | ''   | 1",
                "max(2 K, inner - oil)             | K    | 10",
                "max(2 °C, oil - inner)            | °C   | 2",
                "oil > 79 °C                       | ''   | 1",
                "max(300 K, inner)                 | K    | 363.15",
                "inner * 1 kg                      | K·kg | 363.15",
                "fuel * 1 kg                       | kg·l | 50",
                "fuel / 1 m^2                      | m    | 0.05",
                "min(speed, wheel)                 | km/h | 36",
                "max(0, wheel)                     | m/s  | 11",
                "clamp(speed, 0, 5 m/s)            | km/h | 18",
                "speed > 30 ? 0 : speed            | km/h | 0",
                "abs(-speed)                       | km/h | 36",
                "sign(-speed)                      | ''   | -1",
                "gear * speed                      | km/h | 144",
                "-steering                         | deg  | -90"
            })
    void calculatesUnitsAlong(String expression, String unit, double value) {
        assertThat(sheet.unitOf(expression)).isEqualTo(unit);
        assertThat(sheet.values(expression)[0]).isEqualTo(value, offset(Math.abs(value) * 1e-5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "derivative(distance) | m/s",
                "derivative(speed)    | m/s²",
                "derivative(lateral)  | g/s",
                "derivative(front)    | bar/s",
                "derivative(steering) | rad/s",
                "derivative(yaw)      | deg/s²",
                "derivative(inner)    | °C/s",
                "derivative(throttle) | %/s",
                "derivative(gear)     | 1/s",
                "integral(speed)      | m",
                "integral(front)      | bar·s",
                "integral(gear)       | s",
                "smooth(speed, 1)     | km/h",
                "lowpass(speed, 1)    | km/h",
                "delay(speed, 500 ms) | km/h",
                "previous(speed)      | km/h"
            })
    void derivesUnitsOverTime(String expression, String unit) {
        assertThat(sheet.unitOf(expression)).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "speed + front ; 7 ; '+' stands between km/h and bar",
                "gear + speed ; 6 ; '+' stands between a number without a unit and km/h",
                "speed < distance ; 7 ; '<' stands between km/h and m",
                "1 + (speed == steering) ; 12 ; '==' stands between km/h and deg",
                "speed > 0 ? front : gear ; 11 ; '?' stands between bar and a number",
                "min(speed, 3, front) ; 15 ; 'min' stands between km/h and bar",
                "not speed ; 5 ; a value in km/h is found where a condition",
                "speed > 0 and front ; 15 ; a value in bar is found where a condition",
                "gear ^ speed ; 8 ; an exponent in km/h",
                "speed ^ gear ; 9 ; no whole number",
                "speed ^ 0.5 ; 9 ; no whole number",
                "sqrt(speed) ; 6 ; the square root of a value in km/h",
                "sin(speed) ; 5 ; km/h is found where an angle",
                "exp(speed) ; 5 ; km/h is found where a number without a unit",
                "smooth(speed, 3 m) ; 15 ; m is found where a time in seconds",
                "smooth(speed, gear) ; 15 ; a channel is found where a time in seconds",
                "smooth(speed, 61) ; 15 ; 'smooth' is given 61.0 s",
                "smooth(speed, -1) ; 15 ; 'smooth' is given -1.0 s",
                "delay(speed, -61) ; 14 ; 'delay' is given -61.0 s",
                "lowpass(speed, 0) ; 16 ; 'lowpass' is given 0.0 Hz",
                "speed + altitude ; 9 ; there is no channel 'altitude'"
            })
    void refusesWhatDoesNotGoTogether(String expression, int column, String message) {
        assertThatExceptionOfType(ExpressionRefused.class)
                .isThrownBy(() -> sheet.check(expression))
                .withMessageContaining(message)
                .satisfies(refused -> assertThat(refused.column()).isEqualTo(column))
                .satisfies(refused -> assertThat(refused.remedy()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speed                | m/s   | 10",
                "front / (front+rear) | %     | 60",
                "gear                 | bar   | 4",
                "inner                | K     | 363.15",
                "inner - outer        | K     | 10",
                "inner - oil          | °F    | 18",
                "(inner - oil) + oil  | K     | 363.15",
                "derivative(speed)    | km/h/s | 0",
                "rpm * torque         | kW    | 125.6637"
            })
    void showsAResultInTheUnitThatIsStated(String expression, String unit, double value) {
        Sheet two = sheet.with("speed", Unit.KILOMETRE_PER_HOUR, 36, 36);
        ChannelUnit stated = Formula.unit(unit).orElseThrow();
        CheckedFormula formula = Formula.parse(expression).in(stated).check(this::unit);

        assertThat(formula.unit().name()).isEqualTo(stated.name());
        double[] values = two.values(formula);
        assertThat(values[0]).isEqualTo(value, offset(1e-4));
    }

    /** What is read on from here would otherwise take 10 K more for 10 K. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oil                                | KELVIN",
                "inner                              | CELSIUS",
                "oil - inner                        | NONE",
                "inner - oil                        | NONE",
                "(oil - inner) + outer              | KELVIN",
                "(inner - oil) + outer              | CELSIUS",
                "max(0 K, oil - inner)              | NONE",
                "abs(oil - inner) * 2               | NONE",
                "oil > inner ? oil - inner : 0 K    | NONE",
                "max(oil, inner)                    | KELVIN",
                "max(300 K, inner)                  | KELVIN"
            })
    void tellsTemperaturesFromTheirDifferences(String expression, Unit kernel) {
        assertThat(sheet.check(expression).unit().kernelUnit()).isEqualTo(kernel);
    }

    @Test
    void addsToATemperatureWhatItRisesBy() {
        Sheet rising = sheet.with("inner", Unit.CELSIUS, 90, 91);

        assertThat(rising.values("inner + derivative(inner) * 10 s"))
                .containsExactly(new double[] {100, 101}, offset(1e-9));
        assertThat(rising.unitOf("inner + derivative(inner) * 10 s")).isEqualTo("°C");
    }

    @Test
    void showsADifferenceInAnotherUnitAsADifference() {
        Formula rise = Formula.parse("oil - outside");

        CheckedFormula inCelsius = rise.in(ChannelUnit.of(Unit.CELSIUS)).check(this::unit);

        assertThat(sheet.values(inCelsius)[0]).isEqualTo(-20, offset(1e-9));
        assertThat(inCelsius.unit().kernelUnit()).isEqualTo(Unit.NONE);
    }

    @Test
    void refusesToShowAPressureAsASpeed() {
        Formula wrong = Formula.parse("front").in(ChannelUnit.of(Unit.METRE_PER_SECOND));

        assertThatExceptionOfType(ExpressionRefused.class)
                .isThrownBy(() -> wrong.check(this::unit))
                .withMessageContaining("in bar")
                .withMessageContaining("in m/s");
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void keepsTheUnitsOfTheKernel(Unit unit) {
        ChannelUnit same = ChannelUnit.of(unit);

        assertThat(same.name()).isEqualTo(unit.symbol());
        assertThat(same.kernelUnit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"bar/s", "m/s³", "1/m", "kg/(m·s)", "km/h", "deg/s²"})
    void writesUnitsAsTheyAreRead(String name) {
        String readable = name.replace("/(m·s)", "/m/s");

        assertThat(Formula.unit(readable).map(ChannelUnit::name)).contains(name);
    }

    @Test
    void knowsNoUnitOfAnotherName() {
        assertThat(Arrays.asList("furlong", "bar/furlong", "m^", "/", "").stream())
                .allSatisfy(name -> assertThat(Formula.unit(name)).isEmpty());
    }

    private Optional<ChannelUnit> unit(String channel) {
        return Optional.of(sheet.check(channel).unit());
    }
}
