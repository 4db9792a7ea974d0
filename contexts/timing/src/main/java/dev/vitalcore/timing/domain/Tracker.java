package dev.vitalcore.timing.domain;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Reads one stream of samples in order of time and writes down what it shows. */
interface Tracker<T extends Tracker<T>> {
    /** Takes the next row; {@code row} is only lent. */
    void take(long time, double[] row, List<Evidence> found);

    T copy();

    void write(DataOutput out) throws IOException;
}
