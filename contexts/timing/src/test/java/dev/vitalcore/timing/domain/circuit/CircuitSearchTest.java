package dev.vitalcore.timing.domain.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.timing.domain.circuit.CircuitSearch.Clues;
import dev.vitalcore.timing.domain.circuit.CircuitSearch.Outcome;
import dev.vitalcore.timing.domain.circuit.CircuitSearch.Witness;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CircuitSearchTest {
    private static final PublishedCircuit SPA =
            circuit("be-1925", "Circuit de Spa-Francorchamps", "Spa Francorchamps", 50.44, 5.97);
    private static final PublishedCircuit MEXICO =
            circuit("mx-1962", "Autódromo Hermanos Rodríguez", "Mexico City", 19.4, -99.09);
    private static final PublishedCircuit MONZA =
            circuit("it-1922", "Autodromo Nazionale Monza", "Monza", 45.62, 9.29);
    private static final PublishedCircuit MONZA_OVAL =
            circuit("it-1955", "Monza Oval", "Monza", 45.62, 9.29);
    private static final PublishedCircuit ISLAND =
            circuit("fj-1999", "Date Line Ring", "Taveuni", -16.8, 179.999);

    private final CircuitSearch search = new CircuitSearch(List.of(SPA, MEXICO, MONZA, ISLAND));

    /** A stretch of 2 km to the north. */
    private static PublishedCircuit circuit(
            String id, String name, String place, double latitude, double longitude) {
        return new PublishedCircuit(
                id,
                name,
                place,
                OptionalDouble.of(4_000),
                List.of(
                        new EarthPoint(latitude, longitude),
                        new EarthPoint(latitude + 0.018, longitude)));
    }

    private static Clues at(double latitude, double longitude, String... names) {
        return new Clues(Optional.of(new EarthPoint(latitude, longitude)), List.of(names));
    }

    private static Clues named(String... names) {
        return new Clues(Optional.empty(), List.of(names));
    }

    @Test
    void findsTheCircuitNearWhichTheCarsAre() {
        assertThat(search.find(at(50.45, 5.99, "Monza")))
                .isEqualTo(new Outcome.Found(SPA, Witness.POSITION));
    }

    @Test
    void measuresToTheLineAndNotToItsPoints() {
        EarthPoint beside = new EarthPoint(50.449, 5.97 + 0.01);

        assertThat(SPA.metresFrom(beside)).isCloseTo(709, within(5.0));
    }

    @Test
    void findsACircuitAcrossTheDateLine() {
        assertThat(search.find(at(-16.79, -179.999)))
                .isEqualTo(new Outcome.Found(ISLAND, Witness.POSITION));
    }

    @Test
    void takesNoCircuitElsewhereForItsName() {
        assertThat(search.find(at(51, 0, "Monza")))
                .isInstanceOfSatisfying(
                        Outcome.None.class, none -> assertThat(none.why()).contains("within 2 km"));
    }

    @Test
    void theNameDecidesBetweenCircuitsOfOnePlace() {
        CircuitSearch both = new CircuitSearch(List.of(MONZA, MONZA_OVAL));

        assertThat(both.find(at(45.63, 9.29, "Monza Oval")))
                .isEqualTo(new Outcome.Found(MONZA_OVAL, Witness.POSITION));
        assertThat(both.find(at(45.63, 9.29, "Race 1")))
                .isEqualTo(
                        new Outcome.Ambiguous(
                                "within 2 km of its cars", List.of(MONZA, MONZA_OVAL)));
    }

    @Test
    void findsByNamePlaceOrIdHoweverItIsWritten() {
        for (String name :
                List.of(
                        "Circuit de Spa-Francorchamps",
                        "SPA FRANCORCHAMPS",
                        "spa-francorchamps",
                        "be-1925",
                        "Spa")) {
            assertThat(search.find(named(name)))
                    .as(name)
                    .isEqualTo(new Outcome.Found(SPA, Witness.NAME));
        }
        assertThat(search.find(named("autodromo hermanos rodriguez")))
                .isEqualTo(new Outcome.Found(MEXICO, Witness.NAME));
    }

    @Test
    void asksTheNextNameWhereOneTellsNothing() {
        assertThat(search.find(named("", "Race 2", "monza")))
                .isEqualTo(new Outcome.Found(MONZA, Witness.NAME));
    }

    @Test
    void takesNoneWhereANameMayMeanTwo() {
        assertThat(new CircuitSearch(List.of(SPA, MONZA, MONZA_OVAL)).find(named("Monza")))
                .isEqualTo(new Outcome.Ambiguous("called 'Monza'", List.of(MONZA, MONZA_OVAL)));
    }

    @Test
    void saysWhyItIsNone() {
        assertThat(search.find(named("Talheim")))
                .isEqualTo(
                        new Outcome.None("none of the 4 published circuits is called 'Talheim'"));
        assertThat(search.find(named()))
                .isEqualTo(new Outcome.None("nothing tells yet where it is driven"));
    }

    @Test
    void aCircuitNeedsAWay() {
        assertThatThrownBy(() ->
                        new PublishedCircuit(
                                "x",
                                "Dot",
                                "",
                                OptionalDouble.empty(),
                                List.of(new EarthPoint(1, 2))))
                .hasMessageContaining("'Dot' has 1 points");
        assertThatThrownBy(() -> new EarthPoint(Double.NaN, 2)).hasMessageContaining("NaN");
    }
}
