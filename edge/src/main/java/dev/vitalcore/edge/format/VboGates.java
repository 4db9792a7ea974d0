package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Geometry;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Line;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Point;
import dev.vitalcore.edge.input.Decimals;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The gates of {@code [laptiming]}: keyword, longitude, latitude, longitude, latitude in VBO
 * minutes, then perhaps {@code ¬} and a name.
 *
 * <p>Racelogic's software sets a gate at a point of the trace, at right angles to the heading, and
 * keeps the width as a setting of its own; what it writes are two points of the trace, the second
 * upstream of the first (4.8 m and 5.2 m apart in the recordings known here, along the direction of
 * travel). Other programs write the two ends of the line instead. The distance tells them apart: a
 * pair nearer than {@value #NARROWEST_TRACK_METRES} m does not span a track, one wider than {@value
 * #WIDEST_GATE_METRES} m is no gate either; between the two it is taken as the ends of the line.
 */
final class VboGates {
    private static final double NARROWEST_TRACK_METRES = 8;
    private static final double WIDEST_GATE_METRES = 60;
    private static final double METRES_PER_DEGREE = 111_200;
    private static final int COORDINATES = 4;
    private static final int LONGEST_NAME = 100;

    private VboGates() {}

    static List<DeclaredGate> read(List<String> lines) {
        List<DeclaredGate> gates = new ArrayList<>();
        for (String line : lines) {
            read(line, gates.size()).ifPresent(gates::add);
        }
        return gates;
    }

    private static Optional<DeclaredGate> read(String line, int before) {
        List<String> fields = Fields.blanks().split(line);
        if (fields.size() <= COORDINATES) {
            return Optional.empty();
        }
        double[] degrees = new double[COORDINATES];
        for (int i = 0; i < COORDINATES; i++) {
            degrees[i] = Decimals.parse(fields.get(i + 1)) / 60;
        }
        String name = name(fields.subList(COORDINATES + 1, fields.size()));
        return kind(fields.getFirst())
                .map(kind ->
                        new DeclaredGate(
                                kind,
                                name.isEmpty() ? defaultName(kind, before) : name,
                                geometry(degrees[1], -degrees[0], degrees[3], -degrees[2])))
                .filter(VboGates::onEarth);
    }

    /** A separate finish line (hill climbs) has no counterpart here and is left out. */
    private static Optional<Kind> kind(String keyword) {
        return switch (keyword.toLowerCase(Locale.ROOT)) {
            case "start" -> Optional.of(Kind.START_FINISH);
            case "split" -> Optional.of(Kind.SECTOR);
            default -> Optional.empty();
        };
    }

    private static String name(List<String> words) {
        String text = Text.abbreviate(String.join(" ", words), LONGEST_NAME);
        return text.replaceAll("^[^\\p{L}\\p{N}]+", "").strip();
    }

    private static String defaultName(Kind kind, int before) {
        return kind == Kind.START_FINISH ? "start-finish" : "split " + Math.max(before, 1);
    }

    private static Geometry geometry(
            double latitude, double longitude, double latitude2, double longitude2) {
        double north = (latitude - latitude2) * METRES_PER_DEGREE;
        double east =
                (longitude - longitude2) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        double distance = Math.hypot(north, east);
        if (distance >= NARROWEST_TRACK_METRES && distance <= WIDEST_GATE_METRES) {
            return new Line(latitude, longitude, latitude2, longitude2);
        }
        double heading = Math.toDegrees(Math.atan2(east, north));
        return new Point(
                latitude, longitude, distance > 0 ? (heading + 360) % 360 : Double.NaN, Double.NaN);
    }

    private static boolean onEarth(DeclaredGate gate) {
        return switch (gate.geometry()) {
            case Line line ->
                    onEarth(line.latitude1(), line.longitude1())
                            && onEarth(line.latitude2(), line.longitude2());
            case Point point -> onEarth(point.latitude(), point.longitude());
        };
    }

    private static boolean onEarth(double latitude, double longitude) {
        return Math.abs(latitude) <= 90
                && Math.abs(longitude) <= 180
                && (latitude != 0 || longitude != 0);
    }
}
