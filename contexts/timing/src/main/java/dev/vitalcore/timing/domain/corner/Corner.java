package dev.vitalcore.timing.domain.corner;

import java.util.Optional;

/**
 * A corner of a circuit, in metres of the lap in which it was found.
 *
 * @param number from 1 in the order of driving; not what the circuit calls it
 * @param direction empty where it was found from lateral acceleration, of which loggers do not
 *     agree which side is positive
 * @param apexMetres where half of the turning is done
 */
public record Corner(
        int number,
        Optional<Direction> direction,
        double fromMetres,
        double apexMetres,
        double untilMetres) {}
