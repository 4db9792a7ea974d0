package dev.vitalcore.timing.domain.corner;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** How a lap went through the corners of the circuit, against the reference lap. */
public final class CornerTable {
    private final List<Corner> corners;
    private final LaidLap lap;
    private final Pedals pedals;

    private CornerTable(List<Corner> corners, LaidLap lap) {
        this.corners = corners;
        this.lap = lap;
        this.pedals = new Pedals(lap);
    }

    /**
     * One passage a corner, in their order.
     *
     * @param reference laid on itself
     * @param lap with as many points
     */
    public static List<CornerPassage> of(List<Corner> corners, LaidLap reference, LaidLap lap) {
        List<Moments> theirs = new CornerTable(corners, reference).moments();
        List<Moments> ours = new CornerTable(corners, lap).moments();
        List<Section> sections = Section.of(corners, reference.lengthMetres());
        List<CornerPassage> passages = new ArrayList<>();
        for (int index = 0; index < corners.size(); index++) {
            Section section = sections.get(index);
            passages.add(
                    passage(
                            corners.get(index),
                            lap,
                            ours.get(index),
                            brakesLater(reference, lap, theirs.get(index), ours.get(index)),
                            behind(reference, lap, section.fromMetres()),
                            behind(reference, lap, section.untilMetres())));
        }
        return passages;
    }

    /** What happens where in a corner; NaN where it does not or is not known. */
    record Moments(double brakeMetres, double slowestMetres, double throttleMetres) {
        static final Moments UNKNOWN = new Moments(Double.NaN, Double.NaN, Double.NaN);
    }

    static List<Moments> moments(List<Corner> corners, LaidLap lap) {
        return new CornerTable(corners, lap).moments();
    }

    /** Metres; NaN where one of the two does not brake, or is known to by another signal. */
    static double brakesLater(LaidLap reference, LaidLap lap, Moments theirs, Moments ours) {
        return lap.brakesAreComparable(reference)
                ? ours.brakeMetres - theirs.brakeMetres
                : Double.NaN;
    }

    /** Seconds behind the reference at a place. */
    static double behind(LaidLap reference, LaidLap lap, double metres) {
        return lap.secondsAt(metres) - reference.secondsAt(metres);
    }

    private static CornerPassage passage(
            Corner corner,
            LaidLap lap,
            Moments moments,
            double brakeLater,
            double behindBefore,
            double behindAfter) {
        double entry =
                Double.isNaN(moments.brakeMetres) ? corner.fromMetres() : moments.brakeMetres;
        return new CornerPassage(
                corner.number(),
                lap.speedAt(entry),
                lap.speedAt(moments.slowestMetres),
                moments.slowestMetres,
                lap.speedAt(corner.untilMetres()),
                moments.brakeMetres,
                brakeLater,
                moments.throttleMetres,
                lap.secondsAt(corner.untilMetres()) - lap.secondsAt(corner.fromMetres()),
                behindAfter - behindBefore,
                behindAfter);
    }

    private List<Moments> moments() {
        List<Moments> moments = new ArrayList<>();
        int before = 0;
        for (int index = 0; index < corners.size(); index++) {
            Corner corner = corners.get(index);
            OptionalInt slowest = lap.slowest(corner.fromMetres(), corner.untilMetres());
            int last =
                    index + 1 < corners.size()
                            ? lap.indexAt(corners.get(index + 1).fromMetres())
                            : lap.seconds().length - 1;
            moments.add(
                    slowest.isPresent()
                            ? moments(corner, before, slowest.getAsInt(), last)
                            : Moments.UNKNOWN);
            before = slowest.orElse(lap.indexAt(corner.apexMetres()));
        }
        return moments;
    }

    private Moments moments(Corner corner, int before, int slowest, int last) {
        double brake = pedals.brakeMetres(before, slowest);
        double begins = Double.isNaN(brake) ? corner.fromMetres() : brake;
        return new Moments(
                brake,
                slowest * lap.step(),
                pedals.throttleMetres(lap.indexAt(begins), slowest, last));
    }
}
