package dev.vitalcore.trackdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.timing.domain.circuit.EarthPoint;
import dev.vitalcore.timing.domain.circuit.PublishedCircuit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitGeoJsonTest {
    private static List<PublishedCircuit> read(String json) throws IOException {
        return CircuitGeoJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsCircuitsAsTheOpenCollectionPublishesThem() throws IOException {
        assertThat(read(Published.TWO))
                .containsExactly(
                        new PublishedCircuit(
                                "aa-2001",
                                "Talheimring",
                                "Talheim",
                                OptionalDouble.of(5210),
                                List.of(
                                        new EarthPoint(50.42, 5.96),
                                        new EarthPoint(50.43, 5.98),
                                        new EarthPoint(50.45, 5.97),
                                        new EarthPoint(50.42, 5.96))),
                        new PublishedCircuit(
                                "Harbour",
                                "Harbour",
                                "",
                                OptionalDouble.empty(),
                                List.of(new EarthPoint(43, 7), new EarthPoint(43, 7.01))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[]                                           | no GeoJSON of the type FeatureCollection",
                "{\"type\":\"Feature\"}                       | no GeoJSON of the type FeatureCollection",
                "{\"type\":\"FeatureCollection\"}             | features is no list",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | none of the 0 features",
                "<html>                                       | no usable JSON",
                "{\"a\":[[[[[[[[[[[[[[1]]]]]]]]]]]]]]}        | no usable JSON"
            })
    void refusesWhatIsNoCollection(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}             | [[1,2],[1,3]]    | features[0].properties.Name is no name",
                "{\"Name\":7}   | [[1,2],[1,3]]    | features[0].properties.Name is no name",
                "{\"Name\":\"A\"} | [[1,2]]        | coordinates is no list of 2 to",
                "{\"Name\":\"A\"} | [[1,2],[1]]    | coordinates[1] is no position: [1]",
                "{\"Name\":\"A\"} | [[1,2],[\"x\",3]] | coordinates[1] is no position",
                "{\"Name\":\"A\"} | [[1,2],[1,91]] | coordinates[1]: latitude 91"
            })
    void refusesACircuitThatItCannotUseAndSaysWhere(
            String properties, String coordinates, String message) {
        String json =
                """
                {"type":"FeatureCollection","features":[{"properties":%s,
                 "geometry":{"type":"LineString","coordinates":%s}}]}
                """
                        .formatted(properties, coordinates);

        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void takesALengthThatIsNoneForUnknown() throws IOException {
        assertThat(read(Published.TWO.replace("5210", "-1")).getFirst().lengthMetres()).isEmpty();
        assertThat(read(Published.TWO.replace("5210", "\"5 km\"")).getFirst().lengthMetres())
                .isEmpty();
    }
}
