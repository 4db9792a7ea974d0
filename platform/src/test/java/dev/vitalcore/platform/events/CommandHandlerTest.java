package dev.vitalcore.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.Handled.Done;
import dev.vitalcore.platform.events.Handled.Refused;
import dev.vitalcore.platform.events.TallyDecider.BelowZero;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandHandlerTest {
    private static final StreamName TALLY = new StreamName("tally", "one");
    private static final StreamName OTHER = new StreamName("tally", "two");

    private final EventStore store = new InMemoryEventStore(InstantSource.system());
    private final CommandHandler<Integer, Integer, Integer> handler = handler();

    @Test
    void keepsWhatACommandComesTo() {
        Handled<Integer> handled = handler.handle(TALLY, command("k1", 3));

        assertThat(handled).isEqualTo(new Done<>(3, 3, List.of(1, 1, 1), false));
        assertThat(handler.state(TALLY)).isEqualTo(3);
        assertThat(store.read(TALLY, 0, 10))
                .allSatisfy(event -> {
                    assertThat(event.event().origin())
                            .isEqualTo(new Origin("anna", "a test", "k1", "command/k1#f3"));
                    assertThat(event.event().eventNanos()).isEqualTo(7);
                });
    }

    @Test
    void refusesByTheState() {
        handler.handle(TALLY, command("k1", 1));

        assertThat(handler.handle(TALLY, command("k2", -2)))
                .isEqualTo(new Refused<>(new BelowZero(1, -2)));
        assertThat(store.end()).isEqualTo(1);
    }

    @Test
    void doesNotRememberARefusal() {
        handler.handle(TALLY, command("k1", -1));
        handler.handle(TALLY, command("k2", 1));

        assertThat(handler.handle(TALLY, command("k1", -1))).isInstanceOf(Done.class);
        assertThat(handler.state(TALLY)).isZero();
    }

    @Test
    void carriesOutACommandOnce() {
        handler.handle(TALLY, command("k1", 2));
        handler.handle(OTHER, command("k1", 5));
        handler.handle(TALLY, command("k2", -2));

        Handled<Integer> again = handler.handle(TALLY, command("k1", 2));

        assertThat(again).isEqualTo(new Done<>(2, 2, List.of(), true));
        assertThat(handler().handle(TALLY, command("k1", 2))).isEqualTo(again);
        assertThat(handler.state(TALLY)).isZero();
    }

    @Test
    void whatIsSentTwiceAtOnceIsCarriedOutOnce() {
        assertThat(overtaken("k1", 2).handle(TALLY, command("k1", 2)))
                .isEqualTo(new Done<>(2, 2, List.of(), true));
        // By now the same command would be refused, or have nothing to do.
        assertThat(overtaken("k2", -2).handle(TALLY, command("k2", -2)))
                .isEqualTo(new Done<>(4, 4, List.of(), true));
        assertThat(handler.state(TALLY)).isZero();
    }

    @Test
    void whoWasFasterWithAnotherCommandOfTheKeyIsTold() {
        Fault fault =
                catchThrowableOfType(
                        Fault.class, () -> overtaken("k1", 3).handle(TALLY, command("k1", 2)));

        assertThat(fault.code()).isEqualTo("command-key-reused");
        assertThat(handler.state(TALLY)).isEqualTo(3);
    }

    /** Another one is sent between its first look at the store and its decision. */
    private CommandHandler<Integer, Integer, Integer> overtaken(String key, int other) {
        TallyDecider tally = new TallyDecider();
        return new CommandHandler<>(
                new OvertakenStore(store, () -> handler.handle(TALLY, command(key, other))),
                tally,
                tally);
    }

    @Test
    void noticesAKeyThatStandsForAnotherCommand() {
        handler.handle(TALLY, command("k1", 2));

        Fault fault =
                catchThrowableOfType(Fault.class, () -> handler.handle(TALLY, command("k1", 3)));

        assertThat(fault.code()).isEqualTo("command-key-reused");
        assertThat(fault.text()).contains("'k1'").contains("tally/one");
        assertThat(handler.state(TALLY)).isEqualTo(2);
    }

    @Test
    void answersACommandThatChangesNothing() {
        handler.handle(TALLY, command("k1", 2));

        assertThat(handler.handle(TALLY, command("k2", 0)))
                .isEqualTo(new Done<>(2, 2, List.of(), false));
    }

    @Test
    void seesWhatOthersHaveAppended() {
        handler.handle(TALLY, command("k1", 2));
        handler().handle(TALLY, command("k2", -2));

        assertThat(handler.handle(TALLY, command("k3", -1))).isInstanceOf(Refused.class);
    }

    @Test
    void losesNothingWhenManyDecideAtOnce() throws Exception {
        List<Thread> senders = new ArrayList<>();
        for (int sender = 0; sender < 4; sender++) {
            int number = sender;
            senders.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                CommandHandler<Integer, Integer, Integer> own = handler();
                                for (int i = 0; i < 50; i++) {
                                    untilDone(own, command(number + "-" + i, 1));
                                }
                            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(handler.state(TALLY)).isEqualTo(200);
        assertThat(store.head(TALLY).version()).isEqualTo(200);
    }

    /** A stream that is contended is told as unavailable: who wants it sends the same again. */
    private static void untilDone(
            CommandHandler<Integer, Integer, Integer> handler, Command<Integer> command) {
        while (true) {
            try {
                handler.handle(TALLY, command);
                return;
            } catch (Fault contended) {
                assertThat(contended.code()).isEqualTo("stream-contended");
            }
        }
    }

    private CommandHandler<Integer, Integer, Integer> handler() {
        TallyDecider tally = new TallyDecider();
        return new CommandHandler<>(store, tally, tally);
    }

    private static Command<Integer> command(String key, int by) {
        return new Command<>(key, "f" + by, by, new Sender("anna", "a test", ""));
    }
}
