package dev.vitalcore.simulation.circuit;

import java.util.List;

/**
 * A corner as it is drawn: where the straights before and after it would meet. Metres in the local
 * plane, x to the east and y to the north.
 *
 * @param radius of the arc that joins the straights
 * @param height of the road there
 * @param width of the road from here on
 */
record CornerPoint(
        String name, double east, double north, double radius, double height, double width) {
    /**
     * Of a line {@code name,east_m,north_m,radius_m,height_m,width_m}.
     *
     * @throws IllegalArgumentException when the line is not of that form
     */
    static CornerPoint parse(String line) {
        List<String> cells = List.of(line.split(",", -1));
        if (cells.size() != 6) {
            throw new IllegalArgumentException("a corner has 6 values, not '" + line + "'");
        }
        return new CornerPoint(
                cells.get(0),
                Double.parseDouble(cells.get(1)),
                Double.parseDouble(cells.get(2)),
                Double.parseDouble(cells.get(3)),
                Double.parseDouble(cells.get(4)),
                Double.parseDouble(cells.get(5)));
    }
}
