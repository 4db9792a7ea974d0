package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import java.util.List;

/** A gate as a line on the ground; a gate that is only a point has both ends there. */
public record GateJson(
        String kind,
        String name,
        double latitude1,
        double longitude1,
        double latitude2,
        double longitude2) {
    public static List<GateJson> of(List<DeclaredGate> gates) {
        return gates.stream().map(GateJson::of).toList();
    }

    private static GateJson of(DeclaredGate gate) {
        return switch (gate.geometry()) {
            case DeclaredGate.Line line ->
                    new GateJson(
                            Words.of(gate.kind()),
                            gate.name(),
                            line.latitude1(),
                            line.longitude1(),
                            line.latitude2(),
                            line.longitude2());
            case DeclaredGate.Point point ->
                    new GateJson(
                            Words.of(gate.kind()),
                            gate.name(),
                            point.latitude(),
                            point.longitude(),
                            point.latitude(),
                            point.longitude());
        };
    }
}
