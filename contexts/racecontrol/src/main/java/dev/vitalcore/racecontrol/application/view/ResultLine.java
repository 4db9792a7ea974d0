package dev.vitalcore.racecontrol.application.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A car of a session and how it ended.
 *
 * @param place 0 where it has none, or there is no result yet
 * @param finish empty while there is no result
 * @param revision of the provisional result; 0 while there is none
 */
public record ResultLine(
        String session,
        String car,
        String team,
        List<String> drivers,
        boolean withdrawn,
        int place,
        String finish,
        int laps,
        long timeNanos,
        long penaltyNanos,
        int revision,
        boolean official) {
    public ResultLine {
        drivers = List.copyOf(drivers);
    }

    ResultLine withDriversOf(ResultLine other) {
        List<String> both = new ArrayList<>(drivers);
        both.addAll(other.drivers);
        return new ResultLine(
                session,
                car,
                team,
                both,
                withdrawn,
                place,
                finish,
                laps,
                timeNanos,
                penaltyNanos,
                revision,
                official);
    }
}
