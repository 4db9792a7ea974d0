package dev.vitalcore.simulation.race;

import dev.vitalcore.simulation.circuit.Circuit;

/**
 * Which race. Equal settings give the same race.
 *
 * @param circuit one of {@link Circuit#NAMES}
 * @param cars 1 to 30
 * @param laps 1 to 1,000
 */
public record RaceSettings(String circuit, int cars, int laps, long seed) {
    public static final int MOST_CARS = Driver.MOST;
    public static final int MOST_LAPS = 1_000;

    public RaceSettings {
        if (!Circuit.NAMES.contains(circuit)) {
            throw new IllegalArgumentException(
                    "there is no circuit '" + circuit + "'; there are " + Circuit.NAMES);
        }
        if (cars < 1 || cars > MOST_CARS) {
            throw new IllegalArgumentException(cars + " cars; 1 to " + MOST_CARS + " can race");
        }
        if (laps < 1 || laps > MOST_LAPS) {
            throw new IllegalArgumentException(laps + " laps; a race has 1 to " + MOST_LAPS);
        }
    }
}
