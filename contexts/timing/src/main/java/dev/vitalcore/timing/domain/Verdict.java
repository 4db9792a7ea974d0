package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** All that follows from the evidence so far. */
record Verdict(
        Optional<Track> track,
        List<GatePassing> passings,
        List<Lap> laps,
        List<Sector> sectors,
        List<Warning> warnings) {
    Verdict {
        passings = List.copyOf(passings);
        laps = List.copyOf(laps);
        sectors = List.copyOf(sectors);
        warnings = List.copyOf(warnings);
    }

    /**
     * Of the runs of an entry, in the order of time; laps and their sectors are numbered through.
     */
    static Verdict ofRuns(List<Verdict> runs) {
        if (runs.size() == 1) {
            return runs.getFirst();
        }
        List<GatePassing> passings = new ArrayList<>();
        List<Lap> laps = new ArrayList<>();
        List<Sector> sectors = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (Verdict run : runs) {
            for (Sector sector : run.sectors()) {
                sectors.add(sector.ofLap(laps.size() + sector.lap()));
            }
            laps.addAll(run.laps());
            passings.addAll(run.passings());
            warnings.addAll(run.warnings());
        }
        return new Verdict(
                runs.stream().flatMap(run -> run.track().stream()).findFirst(),
                passings,
                laps,
                sectors,
                warnings);
    }

    record Track(List<DeclaredGate> gates, Witness witness) {
        Track {
            gates = List.copyOf(gates);
        }
    }

    record GatePassing(
            DeclaredGate.Kind kind, String gate, long at, double speedKmh, Witness witness) {}

    record Lap(
            LapKind kind,
            long startNanos,
            long durationNanos,
            List<Long> sectors,
            Witness endedBy,
            long uncertaintyNanos,
            OptionalInt statedNumber) {
        Lap {
            sectors = List.copyOf(sectors);
        }

        long endNanos() {
            return startNanos + durationNanos;
        }

        Lap withSectors(List<Long> nanos) {
            return new Lap(
                    kind,
                    startNanos,
                    durationNanos,
                    nanos,
                    endedBy,
                    uncertaintyNanos,
                    statedNumber);
        }

        Lap withStatedNumber(OptionalInt number) {
            return new Lap(
                    kind, startNanos, durationNanos, sectors, endedBy, uncertaintyNanos, number);
        }
    }

    record Sector(int lap, int sector, long startNanos, long durationNanos) {
        Sector ofLap(int number) {
            return new Sector(number, sector, startNanos, durationNanos);
        }
    }

    record Warning(String code, String message, long at) {}
}
