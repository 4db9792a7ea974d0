package dev.vitalcore.edge.format;

import dev.vitalcore.edge.block.RowSource;
import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.edge.input.RecordingFile;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file whose segments are each in the order of time but not the whole, merged into
 * that order. Each segment is read through a reader of its own, open only while its time lasts, so
 * memory stays bounded.
 *
 * <pre>
 *   file      | lap 1 | lap 10 … lap 18 | lap 2 … lap 9 |      grouped by the lap number as text
 *   segments  |———————— A ———————————— | ————— B —————— |
 *   merged    | A: lap 1 | B: lap 2 … lap 9 | A: lap 10 … lap 18 |
 * </pre>
 */
final class MergedRows implements RowSource, AutoCloseable {
    private final RecordingFile file;
    private final Function<LineReader, TextRows> reading;
    private final Deque<Segment> waiting;
    private final PriorityQueue<Strand> open =
            new PriorityQueue<>(Comparator.comparingLong(strand -> strand.rows().timeNanos()));
    private @Nullable Strand current;

    /** An open segment, standing at its next row. */
    private record Strand(LineReader lines, TextRows rows) {}

    /**
     * @param segments in the order of their first rows
     * @param reading makes rows of the lines that follow
     */
    MergedRows(RecordingFile file, List<Segment> segments, Function<LineReader, TextRows> reading) {
        this.file = file;
        this.reading = reading;
        this.waiting = new ArrayDeque<>(segments);
    }

    @Override
    public boolean advance() {
        if (current != null) {
            Strand strand = current;
            current = null;
            moveOn(strand);
        }
        while (!waiting.isEmpty() && (open.isEmpty() || isDue(waiting.getFirst()))) {
            moveOn(start(waiting.removeFirst()));
        }
        current = open.poll();
        return current != null;
    }

    private boolean isDue(Segment segment) {
        Strand first = open.peek();
        return first == null || segment.firstNanos() <= first.rows().timeNanos();
    }

    private Strand start(Segment segment) {
        LineReader lines = file.lines();
        lines.skipTo(segment.firstLine());
        lines.stopAfter(segment.lastLine());
        return new Strand(lines, reading.apply(lines));
    }

    private void moveOn(Strand strand) {
        if (strand.rows().advance()) {
            open.add(strand);
        } else {
            strand.lines().close();
        }
    }

    private Strand atRow() {
        if (current == null) {
            throw new IllegalStateException("there is no row before advance() or after the last");
        }
        return current;
    }

    @Override
    public long timeNanos() {
        return atRow().rows().timeNanos();
    }

    @Override
    public double[] values() {
        return atRow().rows().values();
    }

    @Override
    public String position() {
        return atRow().rows().position();
    }

    @Override
    public void close() {
        open.forEach(strand -> strand.lines().close());
        if (current != null) {
            current.lines().close();
        }
    }
}
