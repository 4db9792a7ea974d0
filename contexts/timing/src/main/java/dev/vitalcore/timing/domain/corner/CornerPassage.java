package dev.vitalcore.timing.domain.corner;

/**
 * How one lap went through one corner. Metres are those of the reference lap, speeds km/h; NaN
 * where a value is not known.
 *
 * @param entrySpeedKmh at the brake point, or where the corner begins if the car does not brake
 * @param apexSpeedKmh the least speed in the corner
 * @param apexMetres where that was
 * @param exitSpeedKmh where the corner ends
 * @param brakeMetres the first metre of braking for the corner
 * @param brakeLaterMetres how much later than the reference it brakes; below 0 where earlier
 * @param throttleMetres where the driver goes back on the throttle
 * @param cornerSeconds from the beginning of the corner to its end
 * @param lostSeconds against the reference in the section of the corner; below 0 where gained
 * @param lostSoFarSeconds against the reference from the line to the end of the section
 */
public record CornerPassage(
        int corner,
        double entrySpeedKmh,
        double apexSpeedKmh,
        double apexMetres,
        double exitSpeedKmh,
        double brakeMetres,
        double brakeLaterMetres,
        double throttleMetres,
        double cornerSeconds,
        double lostSeconds,
        double lostSoFarSeconds) {}
