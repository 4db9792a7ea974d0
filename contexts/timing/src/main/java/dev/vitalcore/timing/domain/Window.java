package dev.vitalcore.timing.domain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Rows of samples in order of time, kept while late ones may still come between them. */
final class Window {
    private static final int LEAST_CAPACITY = 64;

    private final int columns;
    private long[] times = new long[LEAST_CAPACITY];
    private double[] values;
    private int first;
    private int end;

    Window(int columns) {
        this.columns = columns;
        this.values = new double[times.length * columns];
    }

    int size() {
        return end - first;
    }

    boolean isEmpty() {
        return end == first;
    }

    long time(int index) {
        return times[first + index];
    }

    long lastTime() {
        return times[end - 1];
    }

    void read(int index, double[] row) {
        System.arraycopy(values, (first + index) * columns, row, 0, columns);
    }

    /** Puts a row where its time belongs; false where a row of that time is already there. */
    boolean insert(long time, double[] row) {
        int place = placeOf(time);
        if (place < end && times[place] == time) {
            return false;
        }
        if (end == times.length) {
            place -= makeRoom();
        }
        System.arraycopy(times, place, times, place + 1, end - place);
        System.arraycopy(
                values, place * columns, values, (place + 1) * columns, (end - place) * columns);
        times[place] = time;
        System.arraycopy(row, 0, values, place * columns, columns);
        end++;
        return true;
    }

    void dropFirst() {
        first++;
    }

    /** Drops all rows and the memory that they took. */
    void clear() {
        first = 0;
        end = 0;
        times = new long[LEAST_CAPACITY];
        values = new double[LEAST_CAPACITY * columns];
    }

    Window copy() {
        Window copy = new Window(columns);
        copy.times = Arrays.copyOfRange(times, first, Math.max(end, first + LEAST_CAPACITY));
        copy.values = Arrays.copyOf(packedValues(), copy.times.length * columns);
        copy.end = size();
        return copy;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size());
        long previous = 0;
        for (int index = first; index < end; index++) {
            Binary.writeVarLong(out, times[index] - previous);
            previous = times[index];
        }
        for (int index = first * columns; index < end * columns; index++) {
            out.writeDouble(values[index]);
        }
    }

    static Window read(DataInput in, int columns) throws IOException {
        Window window = new Window(columns);
        int size = Binary.readCount(in, Strand.MOST_ROWS);
        window.times = new long[Math.max(size, LEAST_CAPACITY)];
        window.values = new double[window.times.length * columns];
        long previous = 0;
        for (int index = 0; index < size; index++) {
            previous += Binary.readVarLong(in);
            window.times[index] = previous;
        }
        for (int index = 0; index < size * columns; index++) {
            window.values[index] = in.readDouble();
        }
        window.end = size;
        return window;
    }

    private int placeOf(long time) {
        if (isEmpty() || time > lastTime()) {
            return end;
        }
        int found = Arrays.binarySearch(times, first, end, time);
        return found >= 0 ? found : -found - 1;
    }

    /** Moves the rows to the front of (larger) arrays; returns by how much. */
    private int makeRoom() {
        int moved = first;
        int capacity = Math.max(LEAST_CAPACITY, size() + size() / 2);
        double[] packed = packedValues();
        times = Arrays.copyOf(Arrays.copyOfRange(times, first, end), capacity);
        values = Arrays.copyOf(packed, capacity * columns);
        end -= moved;
        first = 0;
        return moved;
    }

    private double[] packedValues() {
        return Arrays.copyOfRange(values, first * columns, end * columns);
    }
}
