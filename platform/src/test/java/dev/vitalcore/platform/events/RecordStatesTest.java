package dev.vitalcore.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordStatesTest {
    private static final Whole STATE =
            new Whole(
                    "ü",
                    -3,
                    Long.MIN_VALUE,
                    0.5,
                    true,
                    Colour.GREEN,
                    Optional.of(new Part(List.of("a", ""))),
                    Map.of(1, new Part(List.of()), 2, new Part(List.of("b"))),
                    new Shape.Round(7));

    private final RecordStates<Whole> states = new RecordStates<>(Whole.class, 1);

    @Test
    void readsWhatItWrites() {
        assertThat(states.read(states.write(STATE))).isEqualTo(STATE);
        Whole other =
                new Whole(
                        "",
                        0,
                        0,
                        0,
                        false,
                        Colour.RED,
                        Optional.empty(),
                        Map.of(),
                        new Shape.Square());
        assertThat(states.read(states.write(other))).isEqualTo(other);
    }

    @Test
    void anotherShapeAndAnotherEditionAreAnotherFormat() {
        assertThat(states.name())
                .isEqualTo(new RecordStates<>(Whole.class, 1).name())
                .isNotEqualTo(new RecordStates<>(Whole.class, 2).name());
        assertThat(new RecordStates<>(Before.State.class, 1).name())
                .isNotEqualTo(new RecordStates<>(After.State.class, 1).name());
    }

    @Test
    void refusesWhatIsCutShortOrTooLong() {
        byte[] whole = states.write(STATE);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> states.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> states.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatARecordDoesNotAccept() {
        RecordStates<Positive> positive = new RecordStates<>(Positive.class, 1);

        assertThat(positive.read(positive.write(new Positive(1)))).isEqualTo(new Positive(1));
        assertThatThrownBy(() -> positive.read(new byte[] {-1, -1, -1, -1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAtOnceWhatItCannotWrite() {
        assertThatThrownBy(() -> new RecordStates<>(Unwritable.class, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.util.Date");
    }

    private enum Colour {
        RED,
        GREEN
    }

    private sealed interface Shape {
        record Square() implements Shape {}

        sealed interface Curved extends Shape {}

        record Round(int radius) implements Curved {}
    }

    private record Part(List<String> names) {}

    private record Whole(
            String text,
            int number,
            long large,
            double real,
            boolean truth,
            Colour colour,
            Optional<Part> part,
            Map<Integer, Part> parts,
            Shape shape) {}

    private record Positive(int number) {
        private Positive {
            if (number < 1) {
                throw new IllegalArgumentException("not positive: " + number);
            }
        }
    }

    private record Unwritable(java.util.Date date) {}

    private interface Before {
        record State(int laps, int stops) {}
    }

    private interface After {
        record State(int stops, int laps) {}
    }
}
