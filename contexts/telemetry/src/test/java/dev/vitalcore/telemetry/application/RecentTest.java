package dev.vitalcore.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final List<String> made = new ArrayList<>();
    private final Recent<String, Integer> recent = new Recent<>(2);

    @Test
    void makesOnce() {
        assertThat(lengthOf("speed")).isEqualTo(5);
        assertThat(lengthOf("speed")).isEqualTo(5);

        assertThat(made).containsExactly("speed");
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        lengthOf("a");
        lengthOf("bb");
        lengthOf("a");
        lengthOf("ccc");
        made.clear();

        lengthOf("a");
        lengthOf("ccc");
        lengthOf("bb");

        assertThat(made).containsExactly("bb");
    }

    @Test
    void givesAllWhoMakeAtOnceWhatWasMadeFirst() {
        Recent<String, Object> objects = new Recent<>(2);
        List<Object> first = new ArrayList<>();

        Object second =
                objects.get(
                        "a",
                        key -> {
                            first.add(objects.get(key, again -> new Object()));
                            return new Object();
                        });

        assertThat(first).containsExactly(second);
        assertThat(objects.get("a", key -> new Object())).isSameAs(second);
    }

    @Test
    void keepsNoFailure() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        recent.get(
                                "a",
                                key -> {
                                    throw new IllegalStateException(key);
                                }));

        assertThat(lengthOf("a")).isEqualTo(1);
    }

    private int lengthOf(String text) {
        return recent.get(
                text,
                key -> {
                    made.add(key);
                    return key.length();
                });
    }
}
