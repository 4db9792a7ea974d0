package dev.vitalcore.timing.domain.circuit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which of the published circuits a session is driven on. Where its cars are decides; what somebody
 * called it counts where no car tells, or where more than one circuit lies there.
 */
public final class CircuitSearch {
    /** Pits, paddock and other lines of the longest circuits lie nearer to their outline. */
    static final double NEAR_METRES = 2_000;

    private final List<PublishedCircuit> circuits;

    public CircuitSearch(List<PublishedCircuit> circuits) {
        this.circuits = List.copyOf(circuits);
    }

    /**
     * What is known of a session.
     *
     * @param at where it is
     * @param names what it is said to be driven on, the best witness first
     */
    public record Clues(Optional<EarthPoint> at, List<String> names) {
        public Clues {
            names =
                    names.stream()
                            .filter(name -> !PublishedCircuit.folded(name).isEmpty())
                            .toList();
        }
    }

    /** By what it was found. */
    public enum Witness {
        POSITION,
        NAME
    }

    /** What the search came to. */
    public sealed interface Outcome {
        record Found(PublishedCircuit circuit, Witness by) implements Outcome {}

        /**
         * More than one circuit may be meant, and so none is taken.
         *
         * @param clue what fits all of them, for people
         */
        record Ambiguous(String clue, List<PublishedCircuit> circuits) implements Outcome {}

        /**
         * None of the circuits.
         *
         * @param why for people
         */
        record None(String why) implements Outcome {}
    }

    public Outcome find(Clues clues) {
        return clues.at().map(at -> near(at, clues.names())).orElseGet(() -> named(clues.names()));
    }

    /** A name does not outweigh positions: a circuit elsewhere on the map would be a lie. */
    private Outcome near(EarthPoint at, List<String> names) {
        List<PublishedCircuit> near = those(circuit -> circuit.metresFrom(at) <= NEAR_METRES);
        return switch (near.size()) {
            case 0 ->
                    new Outcome.None(
                            "none of the %d published circuits is within 2 km of where its cars are"
                                    .formatted(circuits.size()));
            case 1 -> new Outcome.Found(near.getFirst(), Witness.POSITION);
            default ->
                    new CircuitSearch(near).named(names)
                                    instanceof Outcome.Found(PublishedCircuit circuit, Witness by)
                            ? new Outcome.Found(circuit, Witness.POSITION)
                            : new Outcome.Ambiguous("within 2 km of its cars", near);
        };
    }

    private Outcome named(List<String> names) {
        for (String name : names) {
            List<PublishedCircuit> called = those(circuit -> circuit.isCalled(name));
            List<PublishedCircuit> meant =
                    called.isEmpty() ? those(circuit -> circuit.hasWordsOf(name)) : called;
            if (meant.size() == 1) {
                return new Outcome.Found(meant.getFirst(), Witness.NAME);
            }
            if (meant.size() > 1) {
                return new Outcome.Ambiguous("called '" + name + "'", meant);
            }
        }
        return new Outcome.None(
                names.isEmpty()
                        ? "nothing tells yet where it is driven"
                        : "none of the %d published circuits is called '%s'"
                                .formatted(circuits.size(), String.join("' or '", names)));
    }

    private List<PublishedCircuit> those(Predicate<PublishedCircuit> fit) {
        return circuits.stream().filter(fit).toList();
    }
}
