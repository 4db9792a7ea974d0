package dev.vitalcore.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamNameTest {
    @Test
    void readsWhatItWrites() {
        StreamName name = new StreamName("session", "road-america-fp1");

        assertThat(StreamName.parse(name.toString())).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "session", "session/", "/spa", "Session/spa", "session/a/b", "1/a"})
    void refusesOtherForms(String text) {
        assertThatThrownBy(() -> StreamName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not usable");
    }
}
