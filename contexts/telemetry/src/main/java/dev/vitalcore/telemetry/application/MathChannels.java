package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.telemetry.application.MathDefinitions.Definition;
import dev.vitalcore.telemetry.domain.ChannelName;
import dev.vitalcore.telemetry.domain.expression.ChannelUnit;
import dev.vitalcore.telemetry.domain.expression.CheckedFormula;
import dev.vitalcore.telemetry.domain.expression.ExpressionRefused;
import dev.vitalcore.telemetry.domain.expression.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The math channels that people save, and the check of expressions. Any thread may call. */
public final class MathChannels {
    private static final Logger LOG = LoggerFactory.getLogger(MathChannels.class);
    private static final int MOST = 500;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int SHOWN = 100;

    private final Database database;
    private final SeriesStore recorded;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile MathDefinitions definitions;

    /**
     * @param recorded the channels that expressions are of
     */
    public MathChannels(Database database, SeriesStore recorded) {
        this.database = database;
        this.recorded = recorded;
        this.definitions = MathDefinitions.of(readable(database.read(MathChannelTable::all)));
    }

    /** By name. */
    public List<MathChannel> list() {
        return definitions.all().stream().map(Definition::channel).toList();
    }

    /**
     * Saves the channel, in the place of an earlier one of its name.
     *
     * @throws Fault (user) when it cannot be used, naming the place in the expression
     */
    public void put(MathChannel channel) {
        requireUsable(channel);
        changing.lock();
        try {
            if (!definitions.contains(channel.name()) && definitions.all().size() >= MOST) {
                throw Fault.conflict(
                        "math-channels-full",
                        "there are " + MOST + " math channels",
                        "delete one that is not needed");
            }
            MathDefinitions changed = withChecked(channel);
            database.write(connection -> {
                MathChannelTable.put(connection, channel);
                return true;
            });
            definitions = changed;
        } finally {
            changing.unlock();
        }
    }

    /**
     * Forgets the channel.
     *
     * @throws Fault (user) when there is none of the name; (conflict) when another is made of it
     */
    public void delete(String name) {
        changing.lock();
        try {
            List<String> users = requireSaved(name).thatUse(name);
            if (!users.isEmpty()) {
                throw Fault.conflict(
                        "math-channel-in-use",
                        "the math channel '" + users.getFirst() + "' is made of '" + name + "'",
                        "change or delete '" + users.getFirst() + "' first");
            }
            database.write(connection -> {
                MathChannelTable.delete(connection, name);
                return true;
            });
            definitions = definitions.without(name);
        } finally {
            changing.unlock();
        }
    }

    /**
     * Checks an expression as it is typed.
     *
     * @param entry whose channels it is to be of; empty where only those of a standard name are
     *     known
     * @throws ExpressionRefused naming the place
     */
    public MathCheck check(String expression, Optional<EntryId> entry) {
        Formula formula = Formula.parse(expression);
        return entry.map(car -> checkedFor(formula, formulas(car)))
                .orElseGet(() -> checkedForAny(formula, definitions));
    }

    MathDefinitions definitions() {
        return definitions;
    }

    private EntryFormulas formulas(EntryId entry) {
        return new EntryFormulas(recorded.channels(entry), definitions);
    }

    private static MathCheck checkedFor(Formula formula, EntryFormulas formulas) {
        CheckedFormula checked = formulas.checked(formula);
        return new MathCheck(Optional.of(checked.unit().name()), List.copyOf(checked.channels()));
    }

    /** Units are known only where all channels are standard ones. */
    private static MathCheck checkedForAny(Formula formula, MathDefinitions definitions) {
        Formula expanded = formula.expanded(definitions::formula);
        boolean allKnown = StandardChannels.UNITS.keySet().containsAll(expanded.channels());
        Function<String, Optional<ChannelUnit>> units =
                name -> Optional.ofNullable(StandardChannels.UNITS.get(name)).map(ChannelUnit::of);
        return new MathCheck(
                allKnown ? Optional.of(expanded.check(units).unit().name()) : Optional.empty(),
                List.copyOf(expanded.channels()));
    }

    /** A version of the language that knows less must not keep the platform from starting. */
    private static List<MathChannel> readable(List<MathChannel> channels) {
        List<MathChannel> readable = new ArrayList<>();
        for (MathChannel channel : channels) {
            try {
                MathDefinitions.read(channel);
                readable.add(channel);
            } catch (ExpressionRefused | Fault unusable) {
                LOG.atWarn()
                        .setCause(unusable)
                        .addKeyValue("channel", channel.name())
                        .log("a saved math channel cannot be used; it stays in the database");
            }
        }
        return readable;
    }

    private MathDefinitions withChecked(MathChannel channel) {
        try {
            Definition definition = MathDefinitions.read(channel);
            MathDefinitions changed = definitions.with(definition);
            checkedForAny(definition.formula(), changed);
            return changed;
        } catch (ExpressionRefused refused) {
            throw refused.toFault();
        }
    }

    private MathDefinitions requireSaved(String name) {
        if (!definitions.contains(name)) {
            throw Fault.user(
                    "math-channel-unknown",
                    "there is no math channel '" + Text.abbreviate(name, SHOWN) + "'",
                    "see /api/v1/math-channels for those that exist");
        }
        return definitions;
    }

    private static void requireUsable(MathChannel channel) {
        String shown = Text.abbreviate(channel.name(), SHOWN);
        if (!ChannelName.isUsable(channel.name())) {
            throw Fault.user(
                    "math-channel-name-unusable",
                    "the name '" + shown + "' cannot be used",
                    ChannelName.FORM);
        }
        if (StandardChannels.UNITS.containsKey(channel.name())) {
            throw Fault.user(
                    "math-channel-name-taken",
                    "'" + shown + "' is the name of a recorded channel",
                    "choose another name, e.g. '" + shown + "_math'");
        }
        if (channel.description().length() > LONGEST_DESCRIPTION) {
            throw Fault.user(
                    "description-too-long",
                    "the description has " + channel.description().length() + " characters",
                    "use at most " + LONGEST_DESCRIPTION);
        }
    }
}
