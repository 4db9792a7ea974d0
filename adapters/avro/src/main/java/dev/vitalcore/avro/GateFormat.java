package dev.vitalcore.avro;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Geometry;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Line;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Point;
import java.util.List;

/** Gates in Avro binary, as both declarations and timing events carry them. */
final class GateFormat {
    private static final Kind[] KINDS = Kind.values();

    private GateFormat() {}

    static void write(AvroOutput out, List<DeclaredGate> gates) {
        if (gates.size() > WireLimits.GATES) {
            throw AvroOutput.tooLarge("a list of " + gates.size() + " gates", WireLimits.GATES);
        }
        out.beginArray(gates.size());
        for (DeclaredGate gate : gates) {
            out.writeEnum(gate.kind());
            out.writeText(gate.name());
            writeGeometry(out, gate.geometry());
        }
        out.endArray();
    }

    static List<DeclaredGate> read(AvroInput in) {
        return in.readList("gates", WireLimits.GATES, () -> readGate(in));
    }

    private static void writeGeometry(AvroOutput out, Geometry geometry) {
        switch (geometry) {
            case Line line -> {
                out.writeLong(0);
                out.writeDouble(line.latitude1());
                out.writeDouble(line.longitude1());
                out.writeDouble(line.latitude2());
                out.writeDouble(line.longitude2());
            }
            case Point point -> {
                out.writeLong(1);
                out.writeDouble(point.latitude());
                out.writeDouble(point.longitude());
                out.writeDouble(point.headingDegrees());
                out.writeDouble(point.widthMetres());
            }
        }
    }

    private static DeclaredGate readGate(AvroInput in) {
        Kind kind = in.readEnum("gate kind", KINDS);
        String name = in.readText("gate name");
        boolean line = in.readIndex("gate geometry", 2) == 0;
        double first = in.readDouble("gate");
        double second = in.readDouble("gate");
        double third = in.readDouble("gate");
        double fourth = in.readDouble("gate");
        return new DeclaredGate(
                kind,
                name,
                line
                        ? new Line(first, second, third, fourth)
                        : new Point(first, second, third, fourth));
    }
}
