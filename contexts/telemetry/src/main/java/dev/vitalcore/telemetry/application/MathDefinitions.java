package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.telemetry.domain.expression.ChannelUnit;
import dev.vitalcore.telemetry.domain.expression.ExpressionRefused;
import dev.vitalcore.telemetry.domain.expression.Formula;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The math channels as they were saved at one moment, read and by name. Does not change. */
final class MathDefinitions {
    /** What people read at an axis; it is also what keeps the reading of it short. */
    private static final int LONGEST_UNIT = 40;

    private final SortedMap<String, Definition> byName = new TreeMap<>();

    private MathDefinitions(Collection<Definition> definitions) {
        definitions.forEach(definition -> byName.put(definition.channel().name(), definition));
    }

    static MathDefinitions of(List<MathChannel> channels) {
        return new MathDefinitions(channels.stream().map(MathDefinitions::read).toList());
    }

    /**
     * @throws ExpressionRefused when the expression is not of the language
     * @throws Fault (user) when the unit is not known
     */
    static Definition read(MathChannel channel) {
        Formula formula = Formula.parse(channel.expression());
        return new Definition(
                channel, channel.unit().map(unit -> formula.in(unitNamed(unit))).orElse(formula));
    }

    /**
     * These and another, in the place of that of its name.
     *
     * @throws ExpressionRefused when one of them would then be made of itself or be too large
     */
    MathDefinitions with(Definition definition) {
        TreeMap<String, Definition> changed = new TreeMap<>(byName);
        changed.put(definition.channel().name(), definition);
        MathDefinitions all = new MathDefinitions(changed.values());
        // First itself, so that the message is about what was asked for.
        all.expanded(definition);
        changed.values().forEach(all::expanded);
        return all;
    }

    MathDefinitions without(String name) {
        TreeMap<String, Definition> changed = new TreeMap<>(byName);
        changed.remove(name);
        return new MathDefinitions(changed.values());
    }

    /** By name. */
    Collection<Definition> all() {
        return byName.values();
    }

    boolean contains(String name) {
        return byName.containsKey(name);
    }

    Optional<Definition> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Formula> formula(String name) {
        return named(name).map(Definition::formula);
    }

    /** The names of those that name the channel. */
    List<String> thatUse(String name) {
        return byName.values().stream()
                .filter(definition -> definition.formula().channels().contains(name))
                .map(definition -> definition.channel().name())
                .toList();
    }

    private Formula expanded(Definition definition) {
        String own = definition.channel().name();
        return Formula.parse("\"" + own + "\"").expanded(this::formula);
    }

    private static ChannelUnit unitNamed(String name) {
        if (name.length() > LONGEST_UNIT) {
            throw Fault.user(
                    "unit-too-long",
                    "the unit has " + name.length() + " characters",
                    "use at most " + LONGEST_UNIT);
        }
        return Formula.unit(name)
                .orElseThrow(() ->
                        Fault.user(
                                "unit-unusable",
                                "the unit '" + name + "' is not known",
                                "use a unit as channels show it, e.g. m/s, bar/s or deg, or none"));
    }

    /**
     * @param formula in the unit that is stated
     */
    record Definition(MathChannel channel, Formula formula) {}
}
