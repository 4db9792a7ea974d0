package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroSchemasTest {
    private static final String LAP =
            "{'type':'record','name':'Lap','fields':[{'name':'number','type':'%s'}]}";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "'string'|'int'|type of 'laps' cannot be read",
                "[1]|[2]|type of 'laps.number' cannot be read",
                "['null',[1]]|['null',[2]]|type of 'laps.Lap.number' cannot be read",
                "['null',[1]]|[2]|type of 'laps.Lap.number' cannot be read",
                "['null','int']|['null','int','string']|union 'laps' does not know string",
                "{'type':'array','items':[1]}|{'type':'array','items':[2]}|type of 'laps.number'",
                "{'type':'map','values':[1]}|{'type':'map','values':[2]}|type of 'laps.number'",
                "{'type':'enum','name':'E','symbols':['A']}|{'type':'enum','name':'E','symbols':['A','B']}|enum 'laps' has no default and does not know [B]",
                "{'type':'fixed','name':'F','size':1}|{'type':'fixed','name':'F','size':2}|size of 'laps' is another"
            })
    void namesWhereItCannotBeRead(String reader, String writer, String reason) {
        assertThat(AvroSchemas.reasonsAgainst(around(reader), around(writer)))
                .singleElement()
                .asString()
                .contains(reason);
    }

    @Test
    void namesAFieldThatHasNoDefault() {
        String nothing = json("{'type':'record','name':'Session','fields':[]}");

        assertThat(AvroSchemas.reasonsAgainst(around("'int'"), nothing))
                .containsExactly("field 'laps' is missing in what was written and has no default");
    }

    @Test
    void findsNothingWhereAllCanBeRead() {
        assertThat(AvroSchemas.reasonsAgainst(around("'long'"), around("'int'"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "{}",
                "[]x",
                "'nosuchtype'",
                "{'type':'record'}",
                "{'type':'record','name':'a b','fields':[]}",
                "{'type':'enum','name':'E'}",
                "{'type':'fixed','name':'F','size':-1}",
                "{'type':'array'}",
                "{'type':'record','name':'R','fields':[{'name':'a','type':'Elsewhere'}]}",
                "{'type':'record','name':'R','fields':[{'name':'a','type':'int','default':'x'}]}"
            })
    void refusesWhatIsNoSchema(String text) {
        assertThatThrownBy(() -> AvroSchemas.canonical(json(text)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo("schema-invalid"));
    }

    @Test
    void refusesASchemaThatIsNestedToExhaustTheStack() {
        int depth = 3_000;
        String deep = "{'type':'array','items':".repeat(depth) + "'int'" + "}".repeat(depth);

        assertThatThrownBy(() -> AvroSchemas.canonical(json(deep))).isInstanceOf(Fault.class);
    }

    @Test
    void knowsValuesWithoutALimitOfTheirDepth() {
        String list =
                json(
                        "{'type':'record','name':'Node','fields':[{'name':'next',"
                                + "'type':['null','Node']}]}");
        String twice =
                around(
                        "{'type':'record','name':'Two','fields':[{'name':'a','type':[1]},"
                                + "{'name':'b','type':'Lap'}]}");
        String wide =
                json(
                        "{'type':'record','name':'Wide','fields':[%s]}"
                                .formatted(
                                        String.join(
                                                ",",
                                                IntStream.range(0, 100)
                                                        .mapToObj(i ->
                                                                "{'name':'f%d','type':'int'}"
                                                                        .formatted(i))
                                                        .toList())));

        assertThat(AvroSchemas.isBounded(AvroSchemas.parse(list))).isFalse();
        assertThat(AvroSchemas.isBounded(AvroSchemas.parse(twice))).isTrue();
        assertThat(AvroSchemas.isBounded(AvroSchemas.parse(wide))).isTrue();
    }

    /** A record with one field {@code laps}; {@code [1]} and {@code [2]} stand for two laps. */
    private static String around(String type) {
        String laps =
                type.replace("[1]", LAP.formatted("int")).replace("[2]", LAP.formatted("string"));
        return json(
                "{'type':'record','name':'Session','fields':[{'name':'laps','type':%s}]}"
                        .formatted(laps));
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
