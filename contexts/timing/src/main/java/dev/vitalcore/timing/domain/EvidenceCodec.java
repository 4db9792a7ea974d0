package dev.vitalcore.timing.domain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The binary form of evidence: a tag, the time since the evidence before, the fields. */
final class EvidenceCodec {
    private static final int HOLE = 1;
    private static final int STOP = 2;
    private static final int STEP = 3;
    private static final int CROSSING = 4;

    private EvidenceCodec() {}

    static void write(DataOutput out, List<Evidence> list) throws IOException {
        out.writeInt(list.size());
        long previous = 0;
        for (Evidence evidence : list) {
            writeOne(out, evidence, previous);
            previous = evidence.at();
        }
    }

    static List<Evidence> read(DataInput in, int most) throws IOException {
        int count = Binary.readCount(in, most);
        List<Evidence> list = new ArrayList<>(count);
        long previous = 0;
        for (int index = 0; index < count; index++) {
            Evidence evidence = readOne(in, previous);
            previous = evidence.at();
            list.add(evidence);
        }
        return list;
    }

    private static void writeOne(DataOutput out, Evidence evidence, long previous)
            throws IOException {
        switch (evidence) {
            case Evidence.Crossing crossing -> {
                out.writeByte(CROSSING);
                Binary.writeVarLong(out, crossing.at() - previous);
                out.writeByte(crossing.gate());
                out.writeBoolean(crossing.forward());
                out.writeDouble(crossing.acrossMetres());
                out.writeDouble(crossing.speedKmh());
                Binary.writeVarLong(out, crossing.way().nanos());
                out.writeDouble(crossing.way().metres());
            }
            case Evidence.Hole hole -> {
                out.writeByte(HOLE);
                Binary.writeVarLong(out, hole.at() - previous);
                Binary.writeVarLong(out, hole.at() - hole.from());
                out.writeBoolean(hole.overLine());
            }
            case Evidence.Stop stop -> {
                out.writeByte(STOP);
                Binary.writeVarLong(out, stop.at() - previous);
                Binary.writeVarLong(out, stop.at() - stop.from());
                Binary.writeVarLong(out, stop.at() - stop.stoodFrom());
                Binary.writeVarLong(out, stop.at() - stop.stoodUntil());
            }
            case Evidence.Step step -> {
                out.writeByte(STEP);
                Binary.writeVarLong(out, step.at() - previous);
                Binary.writeVarLong(out, step.at() - step.before());
                out.writeByte(step.signal().code());
                out.writeDouble(step.from());
                out.writeDouble(step.to());
                out.writeDouble(step.rate());
            }
        }
    }

    private static Evidence readOne(DataInput in, long previous) throws IOException {
        int tag = in.readUnsignedByte();
        long at = previous + Binary.readVarLong(in);
        return switch (tag) {
            case CROSSING -> readCrossing(in, at);
            case HOLE -> new Evidence.Hole(at - Binary.readVarLong(in), at, in.readBoolean());
            case STOP ->
                    new Evidence.Stop(
                            at - Binary.readVarLong(in),
                            at - Binary.readVarLong(in),
                            at - Binary.readVarLong(in),
                            at);
            case STEP -> readStep(in, at);
            default -> throw new IOException("the state is damaged: evidence of kind " + tag);
        };
    }

    private static Evidence.Crossing readCrossing(DataInput in, long at) throws IOException {
        int gate = in.readUnsignedByte();
        boolean forward = in.readBoolean();
        double across = in.readDouble();
        double speed = in.readDouble();
        Evidence.Way way = new Evidence.Way(Binary.readVarLong(in), in.readDouble());
        return new Evidence.Crossing(gate, at, forward, across, speed, way);
    }

    private static Evidence.Step readStep(DataInput in, long at) throws IOException {
        long before = at - Binary.readVarLong(in);
        Signal signal = Signal.ofCode(in.readUnsignedByte());
        return new Evidence.Step(
                signal, before, at, in.readDouble(), in.readDouble(), in.readDouble());
    }
}
