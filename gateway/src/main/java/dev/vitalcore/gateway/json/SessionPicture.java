package dev.vitalcore.gateway.json;

import java.util.List;
import java.util.Map;

/**
 * A session so far.
 *
 * @param laps of each car
 * @param warnings of each car
 */
public record SessionPicture(
        SessionJson<Integer> session,
        List<EntryJson> entries,
        Map<String, List<LapJson>> laps,
        Map<String, List<WarningJson>> warnings) {}
