package dev.vitalcore.timing.domain.corner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a lap that counts for one corner: from half way between it and the corner before to
 * half way to the next. The sections of a lap follow each other without a hole.
 *
 * @param corner empty where the circuit has none
 */
record Section(Optional<Corner> corner, double fromMetres, double untilMetres) {
    static List<Section> of(List<Corner> corners, double length) {
        if (corners.isEmpty()) {
            return List.of(new Section(Optional.empty(), 0, length));
        }
        List<Section> sections = new ArrayList<>();
        double from = 0;
        for (int index = 0; index < corners.size(); index++) {
            Corner corner = corners.get(index);
            double until =
                    index + 1 < corners.size()
                            ? (corner.untilMetres() + corners.get(index + 1).fromMetres()) / 2
                            : length;
            sections.add(new Section(Optional.of(corner), from, until));
            from = until;
        }
        return sections;
    }
}
