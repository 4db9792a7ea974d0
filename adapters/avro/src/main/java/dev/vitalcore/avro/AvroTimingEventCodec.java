package dev.vitalcore.avro;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.SectorCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.TimingWarned;
import dev.vitalcore.contracts.timing.TimingEvent.TrackAdopted;
import dev.vitalcore.contracts.timing.TimingEvent.Withdrawn;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.log.Codec;
import java.util.Optional;
import java.util.OptionalInt;

/** Timing events on the wire ({@code timing-event.avsc}). Thread-safe. */
public final class AvroTimingEventCodec implements Codec<TimingEvent> {
    private static final String WHAT = "timing-event";
    private static final int FACTS = 7;
    private static final LapKind[] KINDS = LapKind.values();
    private static final DeclaredGate.Kind[] GATE_KINDS = DeclaredGate.Kind.values();
    private static final Witness[] WITNESSES = Witness.values();

    private final WireVersion wire;

    /** For who has no registry: writes bare values, and reads no others. */
    public AvroTimingEventCodec() {
        wire = WireVersion.bare(WHAT);
    }

    public AvroTimingEventCodec(SchemaIds ids) {
        wire = WireVersion.registered(WHAT, ids);
    }

    @Override
    public byte[] encode(TimingEvent event) {
        AvroOutput out = wire.begin(256);
        out.writeText(event.entry().toString());
        out.writeLong(event.revision());
        switch (event) {
            case TrackAdopted track -> {
                out.writeLong(0);
                GateFormat.write(out, track.gates());
                out.writeEnum(track.witness());
            }
            case GatePassed passing -> writePassing(out, passing);
            case LapCompleted lap -> writeLap(out, lap);
            case SectorCompleted sector -> {
                out.writeLong(4);
                out.writeLong(sector.lap());
                out.writeLong(sector.sector());
                out.writeLong(sector.startNanos());
                out.writeLong(sector.durationNanos());
            }
            case TimingWarned warning -> {
                out.writeLong(5);
                out.writeText(warning.code());
                out.writeText(warning.message());
                out.writeLong(warning.timeNanos());
            }
            case Withdrawn withdrawn -> {
                out.writeLong(6);
                out.writeText(withdrawn.subject());
            }
        }
        return out.toBytes();
    }

    @Override
    public TimingEvent decode(byte[] bytes) {
        AvroInput in = wire.open(bytes);
        try {
            EntryId entry = EntryId.parse(in.readText("entry"));
            TimingEvent event = readFact(in, entry, in.readInt("revision"));
            in.requireEnd();
            return event;
        } catch (IllegalArgumentException e) {
            throw in.undecodable(String.valueOf(e.getMessage()));
        }
    }

    private static void writePassing(AvroOutput out, GatePassed passing) {
        out.writeLong(1);
        out.writeLong(passing.index());
        out.writeText(passing.gate());
        out.writeLong(passing.timeNanos());
        out.writeDouble(passing.speedKmh());
        out.writeEnum(passing.witness());
        out.writeLong(passing.kind().isPresent() ? 1 : 0);
        passing.kind().ifPresent(out::writeEnum);
    }

    private static void writeLap(AvroOutput out, LapCompleted lap) {
        out.writeLong(2);
        out.writeLong(lap.number());
        out.writeEnum(lap.kind());
        out.writeLong(lap.startNanos());
        out.writeLong(lap.durationNanos());
        out.writeLongs(lap.sectorNanos(), lap.sectorNanos().size());
        out.writeEnum(lap.endedBy());
        out.writeLong(lap.uncertaintyNanos());
        out.writeLong(lap.statedNumber().isPresent() ? 1 : 0);
        lap.statedNumber().ifPresent(out::writeLong);
    }

    private static TimingEvent readFact(AvroInput in, EntryId entry, int revision) {
        return switch (in.readIndex("fact", FACTS)) {
            case 0 -> new TrackAdopted(entry, revision, GateFormat.read(in), readWitness(in));
            case 1 ->
                    new GatePassed(
                            entry,
                            revision,
                            in.readInt("index"),
                            in.readText("gate"),
                            in.readLong("time_nanos"),
                            in.readDouble("speed_kmh"),
                            readWitness(in),
                            readGateKind(in));
            case 2 ->
                    new LapCompleted(
                            entry,
                            revision,
                            in.readInt("number"),
                            in.readEnum("kind", KINDS),
                            in.readLong("start_nanos"),
                            in.readLong("duration_nanos"),
                            in.readList(
                                    "sector_nanos",
                                    WireLimits.SECTORS,
                                    () -> in.readLong("sector_nanos")),
                            readWitness(in),
                            readUncertainty(in),
                            readStatedNumber(in));
            // A LapWithdrawn, as it was written before anything else could be withdrawn.
            case 3 -> new Withdrawn(entry, revision, "lap/" + in.readInt("number"));
            case 4 ->
                    new SectorCompleted(
                            entry,
                            revision,
                            in.readInt("lap"),
                            in.readInt("sector"),
                            in.readLong("start_nanos"),
                            in.readLong("duration_nanos"));
            case 5 ->
                    new TimingWarned(
                            entry,
                            revision,
                            in.readText("code"),
                            in.readText("message"),
                            in.readLong("time_nanos"));
            default -> new Withdrawn(entry, revision, in.readText("subject"));
        };
    }

    /** Events written before laps had an uncertainty end here. */
    private static long readUncertainty(AvroInput in) {
        return in.atEnd() ? 0 : in.readLong("uncertainty_nanos");
    }

    /** Events written before laps had a stated number end here. */
    private static OptionalInt readStatedNumber(AvroInput in) {
        return in.atEnd() || in.readIndex("stated_number", 2) == 0
                ? OptionalInt.empty()
                : OptionalInt.of(in.readInt("stated_number"));
    }

    /** Events written before passings told the kind of their gate end here. */
    private static Optional<DeclaredGate.Kind> readGateKind(AvroInput in) {
        return in.atEnd() || in.readIndex("kind", 2) == 0
                ? Optional.empty()
                : Optional.of(in.readEnum("kind", GATE_KINDS));
    }

    private static Witness readWitness(AvroInput in) {
        return in.readEnum("witness", WITNESSES);
    }
}
