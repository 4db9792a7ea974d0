package dev.vitalcore.simulation.circuit;

/**
 * A corner of a circuit.
 *
 * @param apexMetres distance of its middle from the line, along the centre line
 */
public record Corner(String name, double apexMetres) {}
