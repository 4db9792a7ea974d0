package dev.vitalcore.racecontrol.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @ParameterizedTest
    @ValueSource(strings = {"session", "result", "entry/44", "entry/c1", "sector/3", "penalty/12"})
    void isReadAsItIsWritten(String text) {
        assertThat(Subject.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lap/3", "incident/x", "incident", "penalty/0", "entry/", "session/1"})
    void refusesWhatNothingIsDecidedAbout(String text) {
        assertThatThrownBy(() -> Subject.parse(text))
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("incident/N");
    }
}
