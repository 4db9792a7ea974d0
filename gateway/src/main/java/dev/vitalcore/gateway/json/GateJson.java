package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gate as a line on the ground. A gate that is stated as a point lies across its heading; one
 * whose heading is not known is only a point, and both ends are there.
 *
 * @param headingDeg direction of travel, clockwise from north; null where the gate is stated by its
 *     ends, or where the heading is not known yet
 * @param widthM as stated; null where the gate is stated by its ends, or without a width
 */
public record GateJson(
        String kind,
        String name,
        double latitude1,
        double longitude1,
        double latitude2,
        double longitude2,
        @Nullable Double headingDeg,
        @Nullable Double widthM) {
    public static List<GateJson> of(List<DeclaredGate> gates) {
        return gates.stream().map(GateJson::of).toList();
    }

    private static GateJson of(DeclaredGate gate) {
        return switch (gate.geometry()) {
            case DeclaredGate.Line line -> of(gate, line, null, null);
            case DeclaredGate.Point point ->
                    of(
                            gate,
                            GateEnds.of(point),
                            known(point.headingDegrees()),
                            known(point.widthMetres()));
        };
    }

    private static GateJson of(
            DeclaredGate gate,
            DeclaredGate.Line line,
            @Nullable Double headingDeg,
            @Nullable Double widthM) {
        return new GateJson(
                Words.of(gate.kind()),
                gate.name(),
                line.latitude1(),
                line.longitude1(),
                line.latitude2(),
                line.longitude2(),
                headingDeg,
                widthM);
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
