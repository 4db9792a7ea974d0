package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.racecontrol.domain.Phase;
import dev.vitalcore.telemetry.application.ExpectedSessions.Expected;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sessions that were opened, are not over, and of which no block has come.
 *
 * @param announced the latest of those that telemetry was told of
 * @param begun those of some sessions of which blocks have come
 * @param phases the phase of each session that race control's board knows, of those asked
 */
record AwaitedSessions(
        IntFunction<List<Expected>> announced,
        Function<Set<SessionId>, Set<SessionId>> begun,
        Function<Set<SessionId>, Map<SessionId, String>> phases) {
    private static final int MOST = 50;

    /** Those announced before them are not looked at: the list is asked for every few seconds. */
    private static final int MOST_ANNOUNCED = 200;

    private static final Set<String> OVER =
            Stream.of(
                            new Phase.Chequered(),
                            new Phase.Provisional(),
                            new Phase.Official(),
                            new Phase.Cancelled())
                    .map(Phase::word)
                    .collect(Collectors.toUnmodifiableSet());

    static AwaitedSessions of(GatewayServices services) {
        return new AwaitedSessions(
                services.telemetry().expected()::newest,
                services.telemetry().sessions()::begun,
                services.decisions().raceViews()::phases);
    }

    /**
     * The latest first, at most {@value #MOST}. While race control's board cannot be asked, those
     * that are over are among them: the list of stored sessions does not wait for it.
     */
    List<Expected> newest(int limit) {
        List<Expected> latest = announced.apply(MOST_ANNOUNCED);
        Set<SessionId> come = begun.apply(sessions(latest));
        List<Expected> silent =
                latest.stream().filter(each -> !come.contains(each.session())).toList();
        Map<SessionId, String> known = silent.isEmpty() ? Map.of() : phasesOf(silent);
        return silent.stream()
                .filter(each -> !OVER.contains(known.getOrDefault(each.session(), "")))
                .limit(Math.min(limit, MOST))
                .toList();
    }

    private Map<SessionId, String> phasesOf(List<Expected> silent) {
        try {
            return phases.apply(sessions(silent));
        } catch (Fault away) {
            if (away.kind() == Fault.Kind.UNAVAILABLE) {
                return Map.of();
            }
            throw away;
        }
    }

    private static Set<SessionId> sessions(List<Expected> expected) {
        return expected.stream().map(Expected::session).collect(Collectors.toSet());
    }
}
