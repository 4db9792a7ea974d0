package dev.vitalcore.contracts.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.kernel.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CourseTest {
    @Test
    void goesStraightWhereNothingElseIsKnown() {
        assertThat(course("speed", Unit.KILOMETRE_PER_HOUR).between(100, 200, 0.25)).isEqualTo(125);
        assertThat(course("wing_angle", Unit.DEGREE).between(-80, 80, 0.75)).isEqualTo(40);
    }

    @Test
    void standardChannelsWithoutAUnitComeInSteps() {
        assertThat(StandardChannels.UNITS)
                .allSatisfy((name, unit) ->
                        assertThat(course(name, unit) == Course.STEPS || unit != Unit.NONE)
                                .as(name)
                                .isTrue());
        assertThat(course("tyre_compound", Unit.NONE).between(1, 4, 0.9)).isEqualTo(1);
        assertThat(course("lap_time_previous", Unit.SECOND).between(90, 95, 0.5)).isEqualTo(90);
    }

    @Test
    void turnsADirectionTheShortWay() {
        Course heading = course("heading", Unit.DEGREE);

        assertThat(heading.between(350, 20, 0.5)).isEqualTo(5, offset(1e-9));
        assertThat(heading.between(10, 350, 0.75)).isEqualTo(355, offset(1e-9));
        assertThat(heading.between(-170, 170, 0.25)).isEqualTo(-175, offset(1e-9));
        assertThat(course("wind_direction", Unit.DEGREE).between(359, 1, 0.5))
                .isEqualTo(0, offset(1e-9));
    }

    @Test
    void holdsWhereALapBeginsAnew() {
        Course distance = course("lap_distance", Unit.METRE);

        assertThat(distance.between(100, 150, 0.5)).isEqualTo(125);
        assertThat(distance.between(6990, 40, 0.9)).isEqualTo(6990);
    }

    @Test
    void takesUnknownWholeNumbersWithoutAUnitForCodes() {
        Course unknown = course("mode", Unit.NONE);

        assertThat(unknown.between(1, 3, 0.9)).isEqualTo(1);
        assertThat(unknown.between(1, 1.5, 0.5)).isEqualTo(1.25);
        assertThat(course("course", Unit.DEGREE).between(355, 5, 0.5)).isEqualTo(355);
    }

    @Test
    void goesStraightWhereOnlyTheNameOfACalculatedUnitIsKnown() {
        ChannelSpec calculated =
                new ChannelSpec(
                        "rise",
                        "=derivative(x)",
                        Unit.NONE,
                        "bar/s",
                        Precision.DOUBLE,
                        new ChannelSpec.Calculated("derivative(x)", false));

        assertThat(Course.of(calculated).between(1, 3, 0.5)).isEqualTo(2);
    }

    @Test
    void thePageHasTheSameChannelsInSteps() throws IOException {
        Path page = Path.of("../web/src/main/web/model/frame-channels.ts");
        var set =
                Pattern.compile("IN_STEPS = new Set\\(\\[(.*?)]\\)", Pattern.DOTALL)
                        .matcher(Files.readString(page));
        assertThat(set.find()).isTrue();
        Set<String> named =
                Pattern.compile("'([a-z_]+)'")
                        .matcher(set.group(1))
                        .results()
                        .map(name -> name.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(inStepsButForSectors());
    }

    /** The page knows the flags of marshal sectors by what their names begin with. */
    private static Set<String> inStepsButForSectors() {
        return StandardChannels.COURSES.entrySet().stream()
                .filter(entry -> entry.getValue() == Course.STEPS)
                .map(Map.Entry::getKey)
                .filter(name -> !name.startsWith(StandardChannels.FLAG_SECTOR))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Course course(String name, Unit unit) {
        return Course.of(new ChannelSpec(name, name, unit, unit.symbol(), Precision.SINGLE));
    }
}
