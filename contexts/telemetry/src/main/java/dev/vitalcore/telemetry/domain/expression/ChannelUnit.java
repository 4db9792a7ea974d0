package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.kernel.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The unit of a value in an expression: {@code base = value * factor + offset}, with SI base units.
 * Beyond the units of the kernel it has those that arise by calculating, e.g. bar/s.
 *
 * @param atoms the units it is written with, and their powers
 * @param offset other than 0 only of temperatures that count from another point than 0 K; a
 *     difference of them does not use it
 */
public record ChannelUnit(
        Map<String, Integer> atoms,
        Dimension dimension,
        double factor,
        double offset,
        Reading reading) {
    /** What a value in the unit tells; only of temperatures it matters. */
    public enum Reading {
        /** How warm it is: 0 °C are 273.15 K. */
        VALUE,
        /** How much warmer it is: 1 °C are 1 K. */
        DIFFERENCE,
        /** One or the other, as it is used: a number in K, a product, any other quantity. */
        EITHER
    }

    /** A plain number. */
    public static final ChannelUnit NUMBER = new ChannelUnit(Map.of(), Dimension.NUMBER, 1);

    static final ChannelUnit RADIAN = of(Unit.RADIAN);
    static final ChannelUnit SECOND = of(Unit.SECOND);
    static final ChannelUnit HERTZ = of(Unit.HERTZ);

    private static final ChannelUnit WATT = new ChannelUnit(Map.of("W", 1), UnitNames.POWER, 1);

    private static final Dimension TEMPERATURE = Dimension.of(Unit.Quantity.TEMPERATURE);

    /** Longer names are given up for SI base units. */
    private static final int LONGEST_NAME = 24;

    /** What a calculated quantity is called; a torque is not an energy, but both are Nm. */
    private static final List<Unit> COHERENT =
            List.of(
                    Unit.SECOND,
                    Unit.METRE,
                    Unit.METRE_PER_SECOND,
                    Unit.METRE_PER_SECOND_SQUARED,
                    Unit.RADIAN,
                    Unit.RADIAN_PER_SECOND,
                    Unit.KELVIN,
                    Unit.PASCAL,
                    Unit.VOLT,
                    Unit.NEWTON,
                    Unit.NEWTON_METRE,
                    Unit.KILOGRAM);

    public ChannelUnit {
        atoms = Map.copyOf(atoms);
    }

    ChannelUnit(Map<String, Integer> atoms, Dimension dimension, double factor) {
        this(atoms, dimension, factor, 0, Reading.EITHER);
    }

    public static ChannelUnit of(Unit unit) {
        return new ChannelUnit(
                UnitNames.atoms(unit.symbol()),
                Dimension.of(unit.quantity()),
                unit.factor(),
                unit.offset(),
                readingOf(unit));
    }

    /** As people write it; empty of a plain number. */
    public String name() {
        return UnitNames.written(atoms);
    }

    /**
     * The kernel's unit of that name, {@link Unit#NONE} where it has none; it has none for
     * differences of temperatures.
     */
    public Unit kernelUnit() {
        return isDifference()
                ? Unit.NONE
                : Unit.find(name())
                        .filter(unit -> unit.symbol().equals(name()))
                        .filter(unit -> of(unit).equals(as(readingOf(unit))))
                        .orElse(Unit.NONE);
    }

    boolean isNumber() {
        return dimension.isNumber();
    }

    boolean convertsTo(ChannelUnit other) {
        return dimension.equals(other.dimension);
    }

    boolean isDifference() {
        return reading == Reading.DIFFERENCE;
    }

    /** The same unit, read in another way; the same of all but temperatures. */
    ChannelUnit as(Reading other) {
        return dimension.equals(TEMPERATURE)
                ? new ChannelUnit(atoms, dimension, factor, offset, other)
                : this;
    }

    /** What multiplying by a power of the other gives. */
    Scaled times(ChannelUnit other, int power) {
        Map<String, Integer> product = new TreeMap<>(atoms);
        other.atoms.forEach((atom, times) -> product.merge(atom, times * power, Integer::sum));
        product.values().removeIf(times -> times == 0);
        return named(
                product,
                dimension.times(other.dimension, power),
                factor * Math.pow(other.factor, power));
    }

    /** What the power of such a value is in. */
    Scaled power(int power) {
        return NUMBER.times(this, power);
    }

    /** What the square root of such a value is in; empty where that is no whole power. */
    Optional<Scaled> root() {
        if (!dimension.isSquare()) {
            return Optional.empty();
        }
        boolean whole = atoms.values().stream().allMatch(times -> times % 2 == 0);
        Map<String, Integer> half = new TreeMap<>();
        atoms.forEach((atom, times) -> half.put(atom, times / 2));
        Dimension root = dimension.root();
        return Optional.of(
                whole
                        ? named(half, root, Math.sqrt(factor))
                        : new Scaled(inBaseUnits(root), Math.sqrt(factor)));
    }

    /** The unit that such a product is shown in: a known name where there is one. */
    private static Scaled named(Map<String, Integer> atoms, Dimension dimension, double factor) {
        if (dimension.isNumber()) {
            return new Scaled(NUMBER, factor);
        }
        Dimension shown = dimension.withoutArc();
        for (Unit unit : COHERENT) {
            if (Dimension.of(unit.quantity()).equals(shown)) {
                return new Scaled(of(unit).as(Reading.EITHER), factor);
            }
        }
        if (shown.equals(WATT.dimension())) {
            return new Scaled(WATT, factor);
        }
        if (!shown.equals(dimension) || UnitNames.written(atoms).length() > LONGEST_NAME) {
            return new Scaled(inBaseUnits(shown), factor);
        }
        return new Scaled(new ChannelUnit(atoms, dimension, factor), 1);
    }

    static ChannelUnit inBaseUnits(Dimension dimension) {
        Map<String, Integer> atoms = new TreeMap<>();
        atoms.put("m", dimension.length());
        atoms.put("kg", dimension.mass());
        atoms.put("s", dimension.time());
        atoms.put("K", dimension.temperature());
        atoms.put("V", dimension.voltage());
        atoms.put("rad", dimension.angle());
        atoms.values().removeIf(times -> times == 0);
        return new ChannelUnit(atoms, dimension, 1);
    }

    private static Reading readingOf(Unit unit) {
        return unit.quantity() == Unit.Quantity.TEMPERATURE ? Reading.VALUE : Reading.EITHER;
    }

    /**
     * A unit, and what a number is to be multiplied by to be in it.
     *
     * @param scale from the product of the numbers as they are
     */
    record Scaled(ChannelUnit unit, double scale) {}
}
