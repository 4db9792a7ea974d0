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
 * stands is covered by two yellow flags in its sector and one in the sector before; oil and debris
 * by the striped flag (FIA International Sporting Code, Appendix H, signalling).
 */
public final class Posts {
    /** Oil lies a little beyond where the car stopped. */
    private static final double DRIPS_M = 15;

    /** Parts of wings lie where two cars touched, and some way on. */
    private static final double DEBRIS_M = 30;

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
    private final Surface surface;
    private final LocalYellow yellow;
    private final SectorFlag[] shown;
    private final boolean[] off;
    private final List<Report> reports = new ArrayList<>();
    private double hazard = Double.NaN;
    private @Nullable RaceCar stranded;
    private boolean strandedStands;
    private double oilyFrom;

    Posts(Circuit circuit, int cars) {
        this.circuit = circuit;
        surface = new Surface(circuit);
        yellow = new LocalYellow(circuit, this::flag);
        sectors = circuit.marshalSectors();
        shown = new SectorFlag[sectors.count()];
        Arrays.fill(shown, SectorFlag.CLEAR);
        off = new boolean[cars];
    }

    void report(RaceCar car, IncidentKind kind, double time) {
        reports.add(new Report(car.index(), kind, circuit.within(car.metres()), time));
    }

    /** A car that will not go on is in the way, and loses oil until it stands. */
    void stranded(RaceCar car) {
        stranded = car;
        strandedStands = false;
        oilyFrom = car.metres();
    }

    /** It has been brought away; the oil that it lost has not. */
    void recovered() {
        stranded = null;
    }

    /** Parts lie where a car is. */
    void debris(RaceCar car, int leadersLap) {
        surface.lay(Surface.Matter.DEBRIS, car.metres(), DEBRIS_M, leadersLap);
    }

    void look(List<RaceCar> cars, int leadersLap, double time) {
        Arrays.fill(shown, SectorFlag.CLEAR);
        hazard = Double.NaN;
        surface.sweep(leadersLap);
        for (Surface.Spill spill : surface.spills()) {
            show(sectors.at(spill.from()), SectorFlag.SLIPPERY);
            show(sectors.at(circuit.within(spill.from() + spill.length())), SectorFlag.SLIPPERY);
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
                double length = stranded.metres() - oilyFrom + DRIPS_M;
                surface.lay(Surface.Matter.OIL, oilyFrom, length, leadersLap);
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

    /** How drivers meet what is shown. */
    LocalYellow yellow() {
        return yellow;
    }

    /** What lies on the road. */
    Surface surface() {
        return surface;
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
