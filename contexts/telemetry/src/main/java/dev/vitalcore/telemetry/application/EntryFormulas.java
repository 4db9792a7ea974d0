package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import dev.vitalcore.telemetry.application.MathDefinitions.Definition;
import dev.vitalcore.telemetry.domain.expression.ChannelUnit;
import dev.vitalcore.telemetry.domain.expression.CheckedFormula;
import dev.vitalcore.telemetry.domain.expression.ExpressionRefused;
import dev.vitalcore.telemetry.domain.expression.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What can be calculated of some recorded channels. A recorded channel goes before a math channel
 * of its name. What was read and checked once is kept; any thread may ask.
 */
final class EntryFormulas {
    /** What a name begins with that is an expression; the names of channels do not. */
    private static final String EXPRESSION = "=";

    private static final int MOST_EXPRESSIONS_KEPT = 64;

    private final Map<String, KeptChannel> kept = new TreeMap<>();
    private final MathDefinitions definitions;
    private final Recent<String, Optional<Usable>> expressions =
            new Recent<>(MOST_EXPRESSIONS_KEPT);
    private final Map<String, Optional<Usable>> savedOnes = new ConcurrentHashMap<>();

    EntryFormulas(List<KeptChannel> recorded, MathDefinitions definitions) {
        recorded.forEach(channel -> kept.put(channel.spec().name(), channel));
        this.definitions = definitions;
    }

    /** Whether a name is an expression and not that of a channel. */
    static boolean isExpression(String name) {
        return name.startsWith(EXPRESSION);
    }

    boolean isRecorded(String name) {
        return kept.containsKey(name);
    }

    /** All recorded channels, and the saved ones that can be calculated, by name. */
    List<KeptChannel> channels() {
        Map<String, KeptChannel> all = new TreeMap<>(kept);
        for (Definition definition : definitions.all()) {
            String name = definition.channel().name();
            if (!isRecorded(name)) {
                calculated(name).ifPresent(found -> all.put(name, channel(name, found)));
            }
        }
        return new ArrayList<>(all.values());
    }

    /**
     * What is to be calculated under a name: a saved math channel or an expression.
     *
     * @return empty where it is no such name, or where the entry lacks channels for it or has them
     *     in other units
     * @throws ExpressionRefused when it is an expression that cannot be used for another reason
     */
    Optional<Usable> calculated(String name) {
        if (isExpression(name)) {
            return expressions.get(name, this::ofExpression);
        }
        // As many as are defined, so it needs no bound of its own.
        return definitions.contains(name)
                ? savedOnes.computeIfAbsent(name, this::ofSaved)
                : Optional.empty();
    }

    private Optional<Usable> ofExpression(String name) {
        Formula formula = parsed(name);
        return lacksChannels(formula) ? Optional.empty() : usable(formula);
    }

    private Optional<Usable> ofSaved(String name) {
        try {
            return definitions
                    .formula(name)
                    .filter(formula -> !lacksChannels(formula))
                    .flatMap(this::usable);
        } catch (ExpressionRefused unusable) {
            return Optional.empty();
        }
    }

    /**
     * @throws ExpressionRefused also when the entry lacks a channel
     */
    CheckedFormula checked(Formula formula) {
        return calculated(formula).checked();
    }

    /**
     * @throws ExpressionRefused also when the entry lacks a channel
     */
    private Usable calculated(Formula formula) {
        Formula expanded = formula.expanded(this::definition);
        CheckedFormula checked =
                expanded.check(name ->
                        Optional.ofNullable(kept.get(name))
                                .map(channel -> ChannelUnit.of(channel.spec().unit())));
        return new Usable(formula, checked, expanded.sumsUp());
    }

    /**
     * Under a name that is a saved math channel or an expression.
     *
     * @throws ExpressionRefused when it cannot be calculated
     */
    Usable required(String name) {
        return calculated(name)
                .orElseGet(() ->
                        // To say what is missing.
                        calculated(
                                isExpression(name)
                                        ? parsed(name)
                                        : definitions.formula(name).orElseThrow()));
    }

    private static Formula parsed(String name) {
        return Formula.parse(name.substring(EXPRESSION.length()));
    }

    /**
     * @throws ExpressionRefused when what has that name cannot be calculated
     */
    KeptChannel described(String name) {
        return channel(name, required(name));
    }

    boolean isMath(String name) {
        return isExpression(name) || (!isRecorded(name) && definitions.contains(name));
    }

    long periodNanos(String channel) {
        KeptChannel found = kept.get(channel);
        return found == null ? 0 : found.periodNanos();
    }

    static ChannelSpec spec(String name, Usable calculated) {
        ChannelUnit unit = calculated.checked().unit();
        return new ChannelSpec(
                name,
                EXPRESSION + calculated.formula().text(),
                unit.kernelUnit(),
                unit.name(),
                Precision.DOUBLE,
                new ChannelSpec.Calculated(calculated.formula().text(), calculated.sumsUp()));
    }

    private Optional<Usable> usable(Formula formula) {
        try {
            return Optional.of(calculated(formula));
        } catch (ExpressionRefused unusable) {
            if (!unusable.ofUnits()) {
                throw unusable;
            }
            // It is for cars whose channels are in other units.
            return Optional.empty();
        }
    }

    private boolean lacksChannels(Formula formula) {
        return !kept.keySet().containsAll(formula.expanded(this::definition).channels());
    }

    private Optional<Formula> definition(String name) {
        return isRecorded(name) ? Optional.empty() : definitions.formula(name);
    }

    private KeptChannel channel(String name, Usable calculated) {
        List<Long> periods =
                calculated.checked().channels().stream().map(this::periodNanos).toList();
        boolean regular = periods.stream().allMatch(period -> period > 0);
        long fastest = periods.stream().mapToLong(Long::longValue).min().orElse(0);
        return new KeptChannel(spec(name, calculated), regular ? fastest : 0);
    }

    /**
     * A formula for this entry.
     *
     * @param sumsUp whether an integral is in it, or in a math channel that it names
     */
    record Usable(Formula formula, CheckedFormula checked, boolean sumsUp) {}
}
