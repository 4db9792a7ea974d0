package dev.vitalcore.app.command;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a recording up to where it is damaged; the damage is kept, to be reported after
 * what was found before it. One that is damaged before its first block holds nothing: its fault is
 * thrown.
 */
final class UpToDamage implements Iterator<TelemetryBlock> {
    private final Iterator<TelemetryBlock> blocks;
    private @Nullable TelemetryBlock next;
    private @Nullable Fault damage;

    /**
     * @throws Fault when there is not one good block
     */
    UpToDamage(Iterator<TelemetryBlock> blocks) {
        this.blocks = blocks;
        next = read();
        if (next == null) {
            throwDamage();
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public TelemetryBlock next() {
        TelemetryBlock block = next;
        if (block == null) {
            throw new NoSuchElementException("no good block is left");
        }
        next = read();
        return block;
    }

    /**
     * To be called when what was found is reported.
     *
     * @throws Fault when the recording was damaged
     */
    void throwDamage() {
        if (damage != null) {
            throw damage;
        }
    }

    private @Nullable TelemetryBlock read() {
        try {
            return blocks.hasNext() ? blocks.next() : null;
        } catch (Fault damaged) {
            damage = damaged;
            return null;
        }
    }
}
