package dev.vitalcore.simulation.race;

import java.util.List;
import java.util.SplittableRandom;

/**
 * How somebody drives.
 *
 * @param pace share of the grip that he dares to use
 * @param spread of that from corner to corner, standard deviation
 * @param aggression how readily he tries to overtake, 0 to 1
 * @param mistakes a corner
 * @param lift share of his free speed at which he drives under a yellow flag
 */
record Driver(
        String name, double pace, double spread, double aggression, double mistakes, double lift) {
    private static final List<String> NAMES =
            List.of(
                    "A. Brandt",
                    "L. Okafor",
                    "M. Lindqvist",
                    "P. Moreau",
                    "S. Tanaka",
                    "J. Novak",
                    "R. Alvarez",
                    "T. Keller",
                    "E. Rossi",
                    "N. Haddad",
                    "K. Johansen",
                    "D. Petrov",
                    "C. Silva",
                    "H. Weber",
                    "F. Dubois",
                    "I. Kowalska",
                    "G. Murphy",
                    "O. Yilmaz",
                    "V. Nemeth",
                    "B. Singh",
                    "Z. Horvat",
                    "W. de Vries",
                    "Y. Sato",
                    "U. Aalto",
                    "X. Chen",
                    "Q. Farrell",
                    "A. Castro",
                    "L. Meyer",
                    "M. Dumitru",
                    "P. Larsen");

    static final int MOST = NAMES.size();

    /** The driver of one car; the better ones stand further ahead. */
    static Driver of(int car, int cars, SplittableRandom random) {
        double rank = cars == 1 ? 0 : (double) car / (cars - 1);
        return new Driver(
                NAMES.get(car % MOST),
                0.992 - 0.026 * rank + 0.012 * (random.nextDouble() - 0.5),
                0.004 + 0.005 * random.nextDouble(),
                0.3 + 0.6 * random.nextDouble(),
                0.0006 + 0.0016 * random.nextDouble(),
                0.80 + 0.10 * random.nextDouble());
    }
}
