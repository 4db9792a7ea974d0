package dev.vitalcore.timing.domain.corner;

/** Which way a corner turns. */
public enum Direction {
    LEFT,
    RIGHT
}
