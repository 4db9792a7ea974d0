package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.NewEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What must hold at every moment of a simulation; written from the contract, not from the machine.
 * Looks at each event as it is kept and at each attempt as it arrives in the world. Remembers the
 * first violation.
 */
final class SagaRules {
    private final EventFormat<SagaEvent> format;
    private final Map<String, SagaRecord> sagas = new LinkedHashMap<>();
    private @Nullable SimulatedWorld world;
    private @Nullable String violation;
    private int events;

    SagaRules(EventFormat<SagaEvent> format) {
        this.format = format;
    }

    void watch(SimulatedWorld watched) {
        world = watched;
    }

    Optional<String> violation() {
        return Optional.ofNullable(violation);
    }

    int events() {
        return events;
    }

    Map<String, SagaRecord> sagas() {
        return sagas;
    }

    void appended(List<NewEvent> kept) {
        for (NewEvent each : kept) {
            events++;
            SagaEvent event = format.read(each.type(), each.payload());
            SagaRecord saga =
                    sagas.computeIfAbsent(
                            event.saga(), name -> new SagaRecord(name, this, world()));
            saga.accept(event);
        }
    }

    void actionArrives(StepCall call) {
        SagaRecord saga = sagas.get(call.saga().toString());
        require(
                saga != null && saga.announcedAction(call.step(), call.attempt()),
                () ->
                        "attempt %d at %s is made before it is announced"
                                .formatted(call.attempt(), call.key()));
    }

    void compensationArrives(StepCall call) {
        SagaRecord saga = sagas.get(call.saga().toString());
        require(
                saga != null && saga.announcedCompensation(call.step()),
                () -> "%s is undone before that is announced".formatted(call.key()));
    }

    void applied(StepCall call, int times) {
        require(times == 1, () -> "%s is in force %d times".formatted(call.key(), times));
        SagaRecord saga = sagas.get(call.saga().toString());
        require(
                saga != null && !saga.isUndone(call.step()),
                () -> "%s is in force after it was undone".formatted(call.key()));
    }

    String sameNotice(String before, String again) {
        require(
                before.equals(again),
                () -> "one notice says '%s' and '%s'".formatted(before, again));
        return before;
    }

    void require(boolean holds, Supplier<String> message) {
        if (!holds && violation == null) {
            violation = message.get();
        }
    }

    private SimulatedWorld world() {
        if (world == null) {
            throw new IllegalStateException("no world is watched");
        }
        return world;
    }
}
