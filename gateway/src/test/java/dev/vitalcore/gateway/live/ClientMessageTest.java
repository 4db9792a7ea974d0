package dev.vitalcore.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ClientMessageTest {
    private final JsonMapper mapper = JsonMapper.shared();

    @Test
    void readsASubscription() {
        assertThat(
                        ClientMessage.parse(
                                mapper,
                                "{\"type\":\"subscribe\",\"cars\":[\"7\"],\"channels\":[\"speed\"]}"))
                .isEqualTo(
                        new ClientMessage.Subscribe(
                                new TraceRequest(Set.of("7"), Set.of("speed"))));
    }

    @Test
    void readsAPing() {
        assertThat(ClientMessage.parse(mapper, "{\"type\":\"ping\"}"))
                .isEqualTo(new ClientMessage.Ping());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"shout\"}",
                "{\"type\":\"ping\"",
                "{\"type\":\"subscribe\"}",
                "{\"type\":\"subscribe\",\"cars\":\"7\",\"channels\":[]}",
                "{\"type\":\"subscribe\",\"cars\":[7],\"channels\":[]}"
            })
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientMessage.parse(mapper, text));
    }

    @Test
    void refusesToTraceMoreThanTheLimits() {
        Set<String> many = names(TraceRequest.MOST_CHANNELS + 1);
        Set<String> channels = names(TraceRequest.MOST_CHANNELS);
        Set<String> cars = names(TraceRequest.MOST_TRACES / TraceRequest.MOST_CHANNELS + 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceRequest(Set.of("7"), many))
                .withMessageContaining("65 channels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceRequest(cars, channels))
                .withMessageContaining("9 cars");
    }

    private static Set<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i).collect(Collectors.toSet());
    }
}
