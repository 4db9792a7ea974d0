package dev.vitalcore.simulation.race;

/**
 * What a car meets at one moment.
 *
 * @param wetness of the road, 0 to 1
 * @param air °C
 * @param surface what lies on the road
 * @param most what race control and traffic allow, m/s
 * @param caution share of his free speed that the flags ahead leave a driver
 * @param shelter share of the drag that a car ahead takes away
 */
record Conditions(
        double wetness, double air, Surface surface, double most, double caution, double shelter) {}
