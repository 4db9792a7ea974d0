package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The binary form of a declared gate. */
final class GateCodec {
    private static final int LINE = 0;
    private static final int POINT = 1;

    private GateCodec() {}

    static void write(DataOutput out, DeclaredGate gate) throws IOException {
        out.writeUTF(gate.kind().name());
        out.writeUTF(gate.name());
        switch (gate.geometry()) {
            case DeclaredGate.Line line -> {
                out.writeByte(LINE);
                out.writeDouble(line.latitude1());
                out.writeDouble(line.longitude1());
                out.writeDouble(line.latitude2());
                out.writeDouble(line.longitude2());
            }
            case DeclaredGate.Point point -> {
                out.writeByte(POINT);
                out.writeDouble(point.latitude());
                out.writeDouble(point.longitude());
                out.writeDouble(point.headingDegrees());
                out.writeDouble(point.widthMetres());
            }
        }
    }

    static DeclaredGate read(DataInput in) throws IOException {
        DeclaredGate.Kind kind = kind(in.readUTF());
        String name = in.readUTF();
        int shape = in.readUnsignedByte();
        double first = in.readDouble();
        double second = in.readDouble();
        double third = in.readDouble();
        double fourth = in.readDouble();
        DeclaredGate.Geometry geometry =
                shape == LINE
                        ? new DeclaredGate.Line(first, second, third, fourth)
                        : new DeclaredGate.Point(first, second, third, fourth);
        return new DeclaredGate(kind, name, geometry);
    }

    private static DeclaredGate.Kind kind(String name) throws IOException {
        for (DeclaredGate.Kind kind : DeclaredGate.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IOException("the state is damaged: gate of kind " + name);
    }
}
