package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EllipsoidTest {
    /** Published lengths of a degree on WGS 84, rounded to the metre. */
    @ParameterizedTest
    @CsvSource({
        "0, 110574, 111320",
        "15, 110649, 107550",
        "45, 111132, 78847",
        "60, 111412, 55800",
        "90, 111694, 0"
    })
    void knowsTheLengthOfADegree(double latitude, double north, double east) {
        assertThat(Ellipsoid.metresPerDegreeNorth(latitude)).isCloseTo(north, within(0.51));
        assertThat(Ellipsoid.metresPerDegreeEast(latitude)).isCloseTo(east, within(0.51));
    }

    @ParameterizedTest
    @CsvSource({"43.8, -88.0", "-38.66, 176.15", "0, 0"})
    void thePlaneGivesBackWhatItTook(double latitude, double longitude) {
        LocalPlane plane = LocalPlane.at(latitude, longitude);

        assertThat(plane.latitudeAt(plane.north(latitude + 0.01)))
                .isCloseTo(latitude + 0.01, within(1e-12));
        assertThat(plane.longitudeAt(plane.east(longitude + 0.01)))
                .isCloseTo(longitude + 0.01, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"179.9999, -179.9999, 22.3", "-179.9999, 179.9999, -22.3"})
    void goesTheShortWayOverTheDateLine(double from, double to, double east) {
        assertThat(LocalPlane.at(0, from).east(to)).isCloseTo(east, within(0.1));
    }
}
