package dev.vitalcore.app.feed;

import dev.vitalcore.app.feed.Survey.Span;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Whether recordings can be of one session: one running on one circuit. */
final class OneSession {
    /** A race may last a day; a longer silence lies between two sessions. */
    private static final long LONGEST_SILENCE_NANOS = 24 * 3_600 * EpochNanos.PER_SECOND;

    /** No circuit, rally stage or hill climb is so large. */
    private static final double FARTHEST_KM = 50;

    private static final int MOST_SHOWN = 5;
    private static final int MOST_NAMES = 3;

    private final List<Survey> members = new ArrayList<>();

    private OneSession(Survey first) {
        members.add(first);
    }

    /**
     * @throws Fault naming which of the recordings belong together
     */
    static void check(List<Survey> recordings) {
        List<Survey> inTime = new ArrayList<>(recordings);
        inTime.removeIf(survey -> survey.span().isEmpty());
        inTime.sort(Comparator.comparingLong(survey -> span(survey).from()));
        List<OneSession> sessions = new ArrayList<>();
        for (Survey next : inTime) {
            sessions.stream()
                    .filter(session -> session.fits(next))
                    .findFirst()
                    .ifPresentOrElse(
                            session -> session.members.add(next),
                            () -> sessions.add(new OneSession(next)));
        }
        if (sessions.size() > 1) {
            throw Fault.user(
                    "not-one-session",
                    "these are "
                            + sessions.size()
                            + " sessions, by day and place: "
                            + sessions.stream()
                                    .limit(MOST_SHOWN)
                                    .map(OneSession::describe)
                                    .collect(Collectors.joining("; "))
                            + (sessions.size() > MOST_SHOWN ? "; …" : ""),
                    "feed the recordings of each session by themselves, with a --session of their own");
        }
    }

    private boolean fits(Survey next) {
        long until = members.stream().mapToLong(member -> span(member).until()).max().orElseThrow();
        boolean near =
                next.place().isEmpty()
                        || members.stream()
                                .flatMap(member -> member.place().stream())
                                .allMatch(place ->
                                        place.kilometresTo(next.place().get()) <= FARTHEST_KM);
        return near && span(next).from() - until <= LONGEST_SILENCE_NANOS;
    }

    private String describe() {
        String names =
                members.stream()
                        .map(Survey::name)
                        .distinct()
                        .limit(MOST_NAMES)
                        .collect(Collectors.joining(", "));
        long more = members.stream().map(Survey::name).distinct().count() - MOST_NAMES;
        return EpochNanos.toInstant(span(members.getFirst()).from()).toString().substring(0, 10)
                + " "
                + names
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static Span span(Survey survey) {
        return survey.span().orElseThrow();
    }
}
