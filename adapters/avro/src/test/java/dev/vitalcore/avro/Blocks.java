package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import java.util.List;
import java.util.Optional;

/** Blocks to test with. */
final class Blocks {
    static final long START = 1_700_000_000_123_456_789L;

    private Blocks() {}

    /** Two rate groups of both precisions, a declaration, a value that is absent. */
    static TelemetryBlock first() {
        return new TelemetryBlock(
                new SourceId("vbox-3i"),
                EntryId.parse("road-america/11a"),
                0,
                layout(),
                List.of(
                        new Rows(
                                new long[] {START, START + 40_000_000, START + 80_000_001},
                                List.of(
                                        new Column.Doubles(new double[] {43.8, Double.NaN, -0.0}),
                                        new Column.Singles(
                                                new float[] {Float.MAX_VALUE, 1.5f, Float.NaN}))),
                        new Rows(
                                new long[] {START + 7},
                                List.of(new Column.Singles(new float[] {3})))),
                Optional.of(declaration()),
                false);
    }

    /** A block without a row, as a source that ends may send. */
    static TelemetryBlock empty(long sequence) {
        Rows none = new Rows(new long[0], List.of(new Column.Singles(new float[0])));
        Rows noneOfTwo =
                new Rows(
                        new long[0],
                        List.of(
                                new Column.Doubles(new double[0]),
                                new Column.Singles(new float[0])));
        return new TelemetryBlock(
                new SourceId("vbox-3i"),
                EntryId.parse("road-america/11a"),
                sequence,
                layout(),
                List.of(noneOfTwo, none),
                Optional.empty(),
                true);
    }

    /** Compares every value to the bit; NaN equals itself. */
    static void assertSame(TelemetryBlock actual, TelemetryBlock expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withEqualsForType(
                        (a, b) -> Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b),
                        Double.class)
                .withEqualsForType(
                        (a, b) -> Float.floatToRawIntBits(a) == Float.floatToRawIntBits(b),
                        Float.class)
                .isEqualTo(expected);
    }

    static Layout layout() {
        return new Layout(
                List.of(
                        new RateGroup(
                                List.of(
                                        channel("latitude", Unit.DEGREE, Precision.DOUBLE),
                                        channel(
                                                "speed",
                                                Unit.KILOMETRE_PER_HOUR,
                                                Precision.SINGLE)),
                                40_000_000),
                        new RateGroup(List.of(channel("gear", Unit.NONE, Precision.SINGLE)), 0)));
    }

    static ChannelSpec channel(String name, Unit unit, Precision precision) {
        return new ChannelSpec(name, "Größe " + name, unit, unit.symbol(), precision);
    }

    private static SourceDeclaration declaration() {
        return new SourceDeclaration(
                "racelogic-vbo",
                "Road America, 4. Lauf",
                Optional.of("Road America"),
                Optional.empty(),
                Optional.of("Ann"),
                List.of(
                        new DeclaredGate(
                                Kind.START_FINISH,
                                "start-finish",
                                new DeclaredGate.Point(43.8, -87.99, 182.5, Double.NaN)),
                        new DeclaredGate(
                                Kind.SECTOR,
                                "sector-1",
                                new DeclaredGate.Line(43.7, -87.9, 43.71, -87.91))),
                List.of(START - 5, START + 100_000_000_000L));
    }
}
