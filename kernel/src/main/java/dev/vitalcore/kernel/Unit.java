package dev.vitalcore.kernel;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The units that channels come in, with their exact conversion to the base unit of their quantity:
 * {@code base = value * factor + offset}. Sources: SI brochure (9th ed.); mile 1609.344 m,
 * pound-force per square inch 6894.757293168 Pa, standard gravity 9.80665 m/s² (NIST SP 811).
 */
public enum Unit {
    NONE("", Quantity.NONE, 1, 0),
    PERCENT("%", Quantity.RATIO, 0.01, 0),
    RATIO("ratio", Quantity.RATIO, 1, 0),
    SECOND("s", Quantity.TIME, 1, 0),
    MILLISECOND("ms", Quantity.TIME, 1e-3, 0),
    METRE("m", Quantity.LENGTH, 1, 0),
    MILLIMETRE("mm", Quantity.LENGTH, 1e-3, 0),
    KILOMETRE("km", Quantity.LENGTH, 1e3, 0),
    FOOT("ft", Quantity.LENGTH, 0.3048, 0),
    METRE_PER_SECOND("m/s", Quantity.SPEED, 1, 0),
    KILOMETRE_PER_HOUR("km/h", Quantity.SPEED, 1 / 3.6, 0),
    MILE_PER_HOUR("mph", Quantity.SPEED, 0.44704, 0),
    KNOT("kn", Quantity.SPEED, 1852.0 / 3600, 0),
    MILLIMETRE_PER_HOUR("mm/h", Quantity.SPEED, 1e-3 / 3600, 0),
    METRE_PER_SECOND_SQUARED("m/s²", Quantity.ACCELERATION, 1, 0),
    STANDARD_GRAVITY("g", Quantity.ACCELERATION, 9.80665, 0),
    DEGREE("deg", Quantity.ANGLE, Math.PI / 180, 0),
    RADIAN("rad", Quantity.ANGLE, 1, 0),
    DEGREE_PER_SECOND("deg/s", Quantity.ANGULAR_SPEED, Math.PI / 180, 0),
    RADIAN_PER_SECOND("rad/s", Quantity.ANGULAR_SPEED, 1, 0),
    REVOLUTION_PER_MINUTE("rpm", Quantity.ANGULAR_SPEED, Math.PI / 30, 0),
    CELSIUS("°C", Quantity.TEMPERATURE, 1, 273.15),
    FAHRENHEIT("°F", Quantity.TEMPERATURE, 5.0 / 9, 273.15 - 32 * 5.0 / 9),
    KELVIN("K", Quantity.TEMPERATURE, 1, 0),
    PASCAL("Pa", Quantity.PRESSURE, 1, 0),
    HECTOPASCAL("hPa", Quantity.PRESSURE, 100, 0),
    KILOPASCAL("kPa", Quantity.PRESSURE, 1e3, 0),
    BAR("bar", Quantity.PRESSURE, 1e5, 0),
    POUND_PER_SQUARE_INCH("psi", Quantity.PRESSURE, 6894.757293168, 0),
    VOLT("V", Quantity.VOLTAGE, 1, 0),
    NEWTON("N", Quantity.FORCE, 1, 0),
    NEWTON_METRE("Nm", Quantity.TORQUE, 1, 0),
    LITRE("l", Quantity.VOLUME, 1e-3, 0),
    KILOGRAM("kg", Quantity.MASS, 1, 0),
    HERTZ("Hz", Quantity.FREQUENCY, 1, 0),
    LAMBDA("lambda", Quantity.RATIO, 1, 0);

    /** What a unit measures; only units of one quantity convert into each other. */
    public enum Quantity {
        NONE,
        RATIO,
        TIME,
        LENGTH,
        SPEED,
        ACCELERATION,
        ANGLE,
        ANGULAR_SPEED,
        TEMPERATURE,
        PRESSURE,
        VOLTAGE,
        FORCE,
        TORQUE,
        VOLUME,
        MASS,
        FREQUENCY
    }

    private static final Map<String, Unit> BY_SPELLING = spellings();

    private final String symbol;
    private final Quantity quantity;
    private final double factor;
    private final double offset;

    Unit(String symbol, Quantity quantity, double factor, double offset) {
        this.symbol = symbol;
        this.quantity = quantity;
        this.factor = factor;
        this.offset = offset;
    }

    public String symbol() {
        return symbol;
    }

    public Quantity quantity() {
        return quantity;
    }

    /** How many of the base unit of its quantity one of this unit is. */
    public double factor() {
        return factor;
    }

    /** What the base unit says where this unit says 0; other than 0 only of temperatures. */
    public double offset() {
        return offset;
    }

    /**
     * Finds a unit by its symbol or one of the spellings that loggers use; letter case matters only
     * where it must.
     */
    public static Optional<Unit> find(String spelling) {
        String trimmed = spelling.strip();
        Unit exact = BY_SPELLING.get(trimmed);
        return Optional.ofNullable(
                exact != null ? exact : BY_SPELLING.get(trimmed.toLowerCase(Locale.ROOT)));
    }

    /**
     * Converts a value of this unit.
     *
     * @throws IllegalArgumentException when the two units measure different quantities
     */
    public double convert(double value, Unit to) {
        if (this == to) {
            return value;
        }
        requireSameQuantity(to);
        return (value * factor + offset - to.offset) / to.factor;
    }

    public boolean convertsTo(Unit to) {
        return quantity == to.quantity;
    }

    private void requireSameQuantity(Unit to) {
        if (quantity != to.quantity) {
            throw new IllegalArgumentException(
                    "cannot convert "
                            + this
                            + " ("
                            + quantity
                            + ") to "
                            + to
                            + " ("
                            + to.quantity
                            + ")");
        }
    }

    private static Map<String, Unit> spellings() {
        Map<String, Unit> map = new HashMap<>();
        for (Unit unit : values()) {
            map.put(unit.symbol, unit);
            map.put(unit.symbol.toLowerCase(Locale.ROOT), unit);
        }
        Object[][] others = {
            {"kmh", KILOMETRE_PER_HOUR},
            {"kph", KILOMETRE_PER_HOUR},
            {"kmph", KILOMETRE_PER_HOUR},
            {"mps", METRE_PER_SECOND},
            {"mi/h", MILE_PER_HOUR},
            {"knots", KNOT},
            {"kt", KNOT},
            {"kts", KNOT},
            {"degrees", DEGREE},
            {"°", DEGREE},
            {"°/s", DEGREE_PER_SECOND},
            {"dps", DEGREE_PER_SECOND},
            {"c", CELSIUS},
            {".c", CELSIUS},
            {"degc", CELSIUS},
            {"deg c", CELSIUS},
            {"celsius", CELSIUS},
            {"f", FAHRENHEIT},
            {"degf", FAHRENHEIT},
            {"volts", VOLT},
            {"volt", VOLT},
            {"seconds", SECOND},
            {"sec", SECOND},
            {"meters", METRE},
            {"metres", METRE},
            {"meter", METRE},
            {"percent", PERCENT},
            {"pct", PERCENT},
            {"r/min", REVOLUTION_PER_MINUTE},
            {"1/min", REVOLUTION_PER_MINUTE},
            {"m/s^2", METRE_PER_SECOND_SQUARED},
            {"m/s2", METRE_PER_SECOND_SQUARED},
            {"m/s/s", METRE_PER_SECOND_SQUARED},
            {"mbar", HECTOPASCAL},
            {"la", LAMBDA},
            {"n.m", NEWTON_METRE},
            {"n-m", NEWTON_METRE},
            {"liters", LITRE},
            {"litres", LITRE}
        };
        for (Object[] other : others) {
            map.put((String) other[0], (Unit) other[1]);
        }
        return Map.copyOf(map);
    }
}
