package dev.vitalcore.contracts.telemetry;

/** A gate as a recording, a logger or a track file states it; WGS84 degrees. */
public record DeclaredGate(Kind kind, String name, Geometry geometry) {
    /** What a gate is for. */
    public enum Kind {
        START_FINISH,
        SECTOR,
        PIT_ENTRY,
        PIT_EXIT
    }

    /** How the gate lies on the ground. */
    public sealed interface Geometry {}

    /** Two ends of a line across the track. */
    public record Line(double latitude1, double longitude1, double latitude2, double longitude2)
            implements Geometry {}

    /**
     * A point on the line; the line lies across the heading.
     *
     * @param headingDegrees direction of travel, clockwise from north; NaN where unknown (then
     *     taken from the trace)
     * @param widthMetres whole width; NaN where unknown
     */
    public record Point(
            double latitude, double longitude, double headingDegrees, double widthMetres)
            implements Geometry {}
}
