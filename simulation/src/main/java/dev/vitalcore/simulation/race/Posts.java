package dev.vitalcore.simulation.race;

import dev.vitalcore.contracts.telemetry.Trackside.IncidentKind;
import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import dev.vitalcore.simulation.circuit.Circuit;
import dev.vitalcore.simulation.circuit.MarshalSectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The marshal posts: the flags that they show, and what they report to race control. A car that
 * stands is covered by two yellow flags in its sector and one in the sector before; oil that it
 * left by the striped flag, for four laps (FIA International Sporting Code, Appendix H,
 * signalling).
 */
public final class Posts {
    private static final int LAPS_WITH_OIL = 4;

    /** m/s. */
    private static final double STANDS = 0.5;

    /**
     * What a post saw.
     *
     * @param car its index
     * @param metres from the line along the centre line
     * @param seconds since the first sample of the race
     */
    public record Report(int car, IncidentKind kind, double metres, double seconds) {}

    private final Circuit circuit;
    private final MarshalSectors sectors;
    private final SectorFlag[] shown;
    private final boolean[] off;
    private final List<Report> reports = new ArrayList<>();
    private double hazard = Double.NaN;
    private @Nullable RaceCar stranded;
    private boolean strandedStands;
    private int oilySector;
    private int oilGoneInLap;

    Posts(Circuit circuit, int cars) {
        this.circuit = circuit;
        sectors = circuit.marshalSectors();
        shown = new SectorFlag[sectors.count()];
        Arrays.fill(shown, SectorFlag.CLEAR);
        off = new boolean[cars];
    }

    void report(RaceCar car, IncidentKind kind, double time) {
        reports.add(new Report(car.index(), kind, circuit.within(car.metres()), time));
    }

    /** A car that will not go on is in the way. */
    void stranded(RaceCar car) {
        stranded = car;
        strandedStands = false;
    }

    /** It has been brought away; the oil that it lost has not. */
    void recovered(int leadersLap) {
        if (stranded != null) {
            oilySector = sectorOf(stranded);
            oilGoneInLap = leadersLap + LAPS_WITH_OIL;
            stranded = null;
        }
    }

    void look(List<RaceCar> cars, int leadersLap, double time) {
        Arrays.fill(shown, SectorFlag.CLEAR);
        hazard = Double.NaN;
        if (oilySector > 0 && leadersLap < oilGoneInLap) {
            show(oilySector, SectorFlag.SLIPPERY);
        }
        for (RaceCar car : cars) {
            boolean beyond = Math.abs(car.offset()) > circuit.width(car.metres()) / 2;
            if (beyond && car.isWide() && !off[car.index()]) {
                report(car, IncidentKind.OFF_TRACK, time);
            }
            off[car.index()] = beyond && car.isWide();
            if (car.status() == RaceCar.Status.SPUN) {
                cover(car);
            }
        }
        if (stranded != null) {
            cover(stranded);
            if (!strandedStands && stranded.speed() < STANDS) {
                strandedStands = true;
                report(stranded, IncidentKind.STOPPED_ON_TRACK, time);
            }
        }
    }

    private void cover(RaceCar car) {
        int sector = sectorOf(car);
        hazard = circuit.within(car.metres());
        show(sector, SectorFlag.DOUBLE_YELLOW);
        if (flag(sectors.before(sector)) != SectorFlag.DOUBLE_YELLOW) {
            show(sectors.before(sector), SectorFlag.YELLOW);
        }
    }

    private int sectorOf(RaceCar car) {
        return sectors.at(circuit.within(car.metres()));
    }

    private void show(int sector, SectorFlag flag) {
        shown[sector - 1] = flag;
    }

    /** Of a marshal sector, from 1. */
    public SectorFlag flag(int sector) {
        return shown[sector - 1];
    }

    /** Whether a car is where no overtaking is allowed. */
    boolean yellowFor(RaceCar car) {
        return switch (flag(sectorOf(car))) {
            case YELLOW, DOUBLE_YELLOW -> true;
            case CLEAR, SLIPPERY -> false;
        };
    }

    /** Of the newest hazard, metres from the line along the centre line; NaN when there is none. */
    public double hazard() {
        return hazard;
    }

    /** Reported so far, in the order of time; those before the number left out. */
    public List<Report> reportsFrom(int number) {
        return List.copyOf(reports.subList(number, reports.size()));
    }
}
