package dev.vitalcore.platform.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.PlannedStep.OnFailure;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.InMemoryEventStore;
import dev.vitalcore.platform.saga.SagaView.Phase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The runner on real threads; its order of things under faults is the simulation's subject. */
class SagasTest {
    private static final SagaId ID = new SagaId("work", "one");
    private static final SagaRequest ANNA = SagaRequest.of("k1", "anna", "a test");

    private final EventStore store = new InMemoryEventStore(InstantSource.system());
    private final RememberedEvents format = new RememberedEvents();
    private final Book book = new Book();
    private Sagas sagas = open();

    @AfterEach
    void close() {
        sagas.close();
    }

    @Test
    void handsOnWhatStepsFound() {
        sagas.start(ID, plan("say", "say"), Map.of("greeting", "hello"), ANNA);

        awaitPhase(Phase.COMPLETE);
        assertThat(book.lines)
                .containsExactly("work.one/say-0 hello", "work.one/say-1 hello after say-0");
        assertThat(sagas.underWay()).isZero();
    }

    @Test
    void undoesAndTellsTheOperator() {
        sagas.start(ID, plan("say", "refuse"), Map.of("greeting", "hello"), ANNA);

        awaitPhase(Phase.UNDONE);
        assertThat(book.lines)
                .containsExactly(
                        "work.one/say-0 hello",
                        "undo work.one/refuse-1",
                        "undo work.one/say-0",
                        "told saga work.one was undone: step refuse-1 failed: it is refused. Do"
                                + " without");
    }

    @Test
    void startsOnceForOneKey() {
        sagas.start(ID, plan("say"), Map.of("greeting", "hello"), ANNA);
        sagas.start(ID, plan("say"), Map.of("greeting", "hello"), ANNA);

        Fault other =
                fault(() ->
                        sagas.start(ID, plan("say"), Map.of(), SagaRequest.of("k2", "bert", "")));

        assertThat(other.code()).isEqualTo("saga-exists");
        awaitPhase(Phase.COMPLETE);
        assertThat(book.lines).hasSize(1);
    }

    @Test
    void interruptsAnAttemptThatIsCancelled() {
        sagas.start(ID, plan("wait"), Map.of(), ANNA);
        await().until(() -> book.lines.contains("work.one/wait-0 waits"));

        sagas.cancel(ID, SagaRequest.of("k2", "anna", "enough"));

        awaitPhase(Phase.UNDONE);
        assertThat(book.lines).contains("work.one/wait-0 interrupted", "undo work.one/wait-0");
    }

    @Test
    void interruptsAnAttemptThatTakesTooLong() {
        AttemptLimits short2 =
                AttemptLimits.of(2, Duration.ZERO, Duration.ZERO, Duration.ofMillis(50));
        PlannedStep step =
                new PlannedStep(
                        "wait-0", "wait", "", short2, AttemptLimits.NEVER, OnFailure.TURN_BACK);

        sagas.start(ID, new SagaPlan("work", 1, List.of(step)), Map.of(), ANNA);

        awaitPhase(Phase.UNDONE);
        assertThat(book.lines)
                .last()
                .isEqualTo(
                        "told saga work.one was undone: step wait-0 failed: no answer within"
                                + " 0.05 s");
        assertThat(sagas.inspect(ID).orElseThrow().steps().getFirst().progress().attempts())
                .isEqualTo(2);
    }

    @Test
    void aStepThatIsTriedAgainIsAwaited() {
        AttemptLimits hourly =
                AttemptLimits.of(
                        2, Duration.ofHours(1), Duration.ofHours(1), Duration.ofMillis(50));
        PlannedStep step =
                new PlannedStep(
                        "wait-0", "wait", "", hourly, AttemptLimits.NEVER, OnFailure.TURN_BACK);

        sagas.start(ID, new SagaPlan("work", 1, List.of(step)), Map.of(), ANNA);

        await().until(() -> sagas.inspect(ID).orElseThrow().nextNanos() > 0);
        assertThat(sagas.inspect(ID).orElseThrow().steps().getFirst().awaited()).isTrue();
        sagas.cancel(ID, SagaRequest.of("k2", "anna", "enough"));
        awaitPhase(Phase.UNDONE);
        assertThat(sagas.inspect(ID).orElseThrow().steps().getFirst().awaited()).isFalse();
    }

    @Test
    void makesTheSameAttemptAgainAfterARestart() {
        sagas.start(ID, plan("wait"), Map.of(), ANNA);
        await().until(() -> book.lines.contains("work.one/wait-0 waits"));
        sagas.close();
        assertThat(sagas.inspect(ID).orElseThrow().phase()).isEqualTo(Phase.RUNNING);

        book.open.countDown();
        sagas = open();

        awaitPhase(Phase.COMPLETE);
        assertThat(sagas.inspect(ID).orElseThrow().steps().getFirst().progress().attempts())
                .isEqualTo(1);
    }

    @Test
    void goesOnWithWhatWasStuckWhenItIsResumed() {
        book.undoFails.set(true);
        sagas.start(ID, plan("say", "refuse"), Map.of("greeting", "hello"), ANNA);
        awaitPhase(Phase.STUCK);
        await().until(() -> sagas.underWay() == 0);

        book.undoFails.set(false);
        sagas.resume(ID, SagaRequest.of("k2", "anna", "mended"));

        awaitPhase(Phase.UNDONE);
        assertThat(book.lines).filteredOn(line -> line.startsWith("told")).hasSize(2);
    }

    @Test
    void listsByName() {
        for (String name : List.of("b", "a", "c")) {
            SagaRequest request = SagaRequest.of("k-" + name, "anna", "");
            sagas.start(
                    new SagaId("work", name),
                    plan(name.equals("c") ? "refuse" : "say"),
                    Map.of("greeting", "hello"),
                    request);
        }
        await().until(() -> sagas.underWay() == 0);

        assertThat(names("", 10, Phase.COMPLETE)).containsExactly("work.a", "work.b");
        assertThat(names("work.a", 1, Phase.COMPLETE)).containsExactly("work.b");
        assertThat(names("", 10, Phase.UNDONE)).containsExactly("work.c");
        assertThat(sagas.inspect(new SagaId("work", "d"))).isEmpty();
    }

    @Test
    void refusesAPlanThatItHasNoCodeFor() {
        assertThat(fault(() -> sagas.start(ID, plan("dance"), Map.of(), ANNA)).code())
                .isEqualTo("plan-without-code");
        assertThat(fault(() -> sagas.cancel(ID, ANNA)).code()).isEqualTo("saga-unknown");
    }

    private List<String> names(String after, int limit, Phase phase) {
        return sagas.list(after, view -> view.phase() == phase, limit).stream()
                .map(view -> view.saga().toString())
                .toList();
    }

    private void awaitPhase(Phase phase) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        sagas.inspect(ID).orElseThrow().phase() == phase && sagas.underWay() == 0);
    }

    private Sagas open() {
        StepCodes codes =
                new StepCodes(
                        Map.of(
                                "work",
                                Map.of(
                                        "say", book,
                                        "refuse", book,
                                        "wait", book)));
        Sagas.Ports ports = new Sagas.Ports(store, format, book, InstantSource.system());
        return Sagas.start(ports, codes, 2);
    }

    private static SagaPlan plan(String... kinds) {
        AttemptLimits once =
                AttemptLimits.of(1, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5));
        List<PlannedStep> steps = new ArrayList<>();
        for (String kind : kinds) {
            steps.add(
                    new PlannedStep(
                            kind + "-" + steps.size(), kind, "", once, once, OnFailure.TURN_BACK));
        }
        return new SagaPlan("work", 1, steps);
    }

    private static Fault fault(Runnable work) {
        return catchThrowableOfType(Fault.class, work::run);
    }

    /** Writes down what it is asked to do. */
    private static final class Book implements StepCode, OperatorNotices {
        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicBoolean undoFails = new AtomicBoolean();

        @Override
        public Map<String, String> act(StepCall call) throws InterruptedException {
            String kind = call.step().substring(0, call.step().indexOf('-'));
            switch (kind) {
                case "say" ->
                        lines.add(
                                call.key()
                                        + " "
                                        + call.datum("greeting")
                                        + (call.data().containsKey("last")
                                                ? " after " + call.datum("last")
                                                : ""));
                case "wait" -> waitFor(call);
                default -> throw Fault.user("refused", "it is refused", "Do without");
            }
            return Map.of("last", call.step());
        }

        private void waitFor(StepCall call) throws InterruptedException {
            lines.add(call.key() + " waits");
            try {
                open.await();
            } catch (InterruptedException e) {
                lines.add(call.key() + " interrupted");
                throw e;
            }
        }

        @Override
        public void undo(StepCall call) {
            if (undoFails.get()) {
                throw Fault.conflict("undo-fails", "it cannot be undone", "Mend it");
            }
            lines.add("undo " + call.key());
        }

        @Override
        public void tell(Notice notice) {
            lines.add("told " + notice.text());
        }
    }
}
