package dev.vitalcore.simulation.circuit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A closed road: its centre line in a local plane, metres, with height and width. Distances count
 * from the start line along the centre line; any distance is taken round the circuit.
 */
public final class Circuit {
    /** The circuits that there are. */
    public static final List<String> NAMES = List.of("talheim", "harbour");

    /** How far before the first corner the line lies. */
    private static final double LINE_BEFORE_FIRST_CORNER_M = 480;

    private static final GeoFrame FRAME_OF_TALHEIM = new GeoFrame(49.0910, 9.1830);
    private static final GeoFrame FRAME_OF_HARBOUR = new GeoFrame(54.3210, 10.1420);

    private final String name;
    private final GeoFrame frame;
    private final double step;
    private final double length;
    private final double[] east;
    private final double[] north;
    private final double[] height;
    private final double[] width;
    private final double[] heading;
    private final double[] curvature;
    private final List<Corner> corners;

    private Circuit(String name, GeoFrame frame, List<CornerPoint> points) {
        this.name = name;
        this.frame = frame;
        CircuitDrawing.Drawn drawn = CircuitDrawing.draw(points);
        double[] along = along(drawn.points());
        length = along[along.length - 1];
        int count = (int) Math.round(length);
        step = length / count;
        double line = along[drawn.apexes()[0]] - LINE_BEFORE_FIRST_CORNER_M;
        east = new double[count];
        north = new double[count];
        height = new double[count];
        width = new double[count];
        resample(drawn.points(), along, line);
        heading = new double[count];
        curvature = new double[count];
        bend();
        List<Corner> found = new ArrayList<>();
        for (int corner = 0; corner < points.size(); corner++) {
            double apex = along[drawn.apexes()[corner]] - line;
            found.add(new Corner(points.get(corner).name(), within(apex)));
        }
        corners = List.copyOf(found);
    }

    /**
     * @throws IllegalArgumentException when there is no such circuit
     */
    public static Circuit named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no circuit '" + name + "'; there are " + NAMES);
        }
        GeoFrame frame = name.equals("harbour") ? FRAME_OF_HARBOUR : FRAME_OF_TALHEIM;
        return new Circuit(name, frame, read(name + ".csv"));
    }

    private static List<CornerPoint> read(String resource) {
        try (InputStream in = Circuit.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in the program");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(CornerPoint::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Metres from the first point to each point, and to the first one again. */
    private static double[] along(double[][] points) {
        double[] along = new double[points.length + 1];
        for (int point = 0; point < points.length; point++) {
            double[] from = points[point];
            double[] to = points[(point + 1) % points.length];
            along[point + 1] = along[point] + Math.hypot(to[0] - from[0], to[1] - from[1]);
        }
        return along;
    }

    /** Even steps from the line on. */
    private void resample(double[][] points, double[] along, double line) {
        for (int index = 0; index < east.length; index++) {
            double way = within(line + index * step);
            int from = 0;
            int to = points.length;
            while (to - from > 1) {
                int middle = (from + to) >>> 1;
                if (along[middle] <= way) {
                    from = middle;
                } else {
                    to = middle;
                }
            }
            double share = (way - along[from]) / (along[from + 1] - along[from]);
            double[] before = points[from];
            double[] after = points[(from + 1) % points.length];
            east[index] = before[0] + share * (after[0] - before[0]);
            north[index] = before[1] + share * (after[1] - before[1]);
            height[index] = before[2] + share * (after[2] - before[2]);
            width[index] = before[3] + share * (after[3] - before[3]);
        }
    }

    private void bend() {
        int count = east.length;
        for (int index = 0; index < count; index++) {
            int before = Math.floorMod(index - 2, count);
            int after = (index + 2) % count;
            heading[index] =
                    StrictMath.atan2(north[after] - north[before], east[after] - east[before]);
        }
        for (int index = 0; index < count; index++) {
            int before = Math.floorMod(index - 2, count);
            int after = (index + 2) % count;
            double turned = Math.IEEEremainder(heading[after] - heading[before], 2 * Math.PI);
            curvature[index] = turned / (4 * step);
        }
    }

    public String name() {
        return name;
    }

    /** Of the centre line, metres. */
    public double length() {
        return length;
    }

    public MarshalSectors marshalSectors() {
        return MarshalSectors.of(length);
    }

    /** By distance from the line. */
    public List<Corner> corners() {
        return corners;
    }

    /** A distance within one lap, from 0. */
    public double within(double metres) {
        double rest = metres % length;
        return rest < 0 ? rest + length : rest;
    }

    /**
     * A point beside the centre line.
     *
     * @param offset metres to the left
     * @return {@code {east, north}}
     */
    public double[] place(double metres, double offset) {
        double direction = heading(metres);
        return new double[] {
            at(east, metres) - offset * StrictMath.sin(direction),
            at(north, metres) + offset * StrictMath.cos(direction)
        };
    }

    public double height(double metres) {
        return at(height, metres);
    }

    /** Rise over way, positive uphill. */
    public double slope(double metres) {
        return (height(metres + 5) - height(metres - 5)) / 10;
    }

    public double width(double metres) {
        return at(width, metres);
    }

    /** Direction of travel, radians counterclockwise from east. */
    public double heading(double metres) {
        double position = within(metres) / step;
        int from = Math.min((int) position, heading.length - 1);
        double turned =
                Math.IEEEremainder(
                        heading[(from + 1) % heading.length] - heading[from], 2 * Math.PI);
        return heading[from] + (position - from) * turned;
    }

    /** Direction of travel, degrees clockwise from north. */
    public double bearing(double metres) {
        double degrees = 90 - Math.toDegrees(heading(metres));
        return (degrees % 360 + 360) % 360;
    }

    /** One over the radius of the centre line, a metre; positive to the left. */
    public double curvature(double metres) {
        return at(curvature, metres);
    }

    public double latitude(double north) {
        return frame.latitude(north);
    }

    public double longitude(double east) {
        return frame.longitude(east);
    }

    private double at(double[] values, double metres) {
        double position = within(metres) / step;
        int from = Math.min((int) position, values.length - 1);
        double after = values[(from + 1) % values.length];
        return values[from] + (position - from) * (after - values[from]);
    }
}
