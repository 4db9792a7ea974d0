package dev.vitalcore.timing.domain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The little pieces of the binary form of the state. */
final class Binary {
    private Binary() {}

    /** Zigzag and 7 bits a byte: small numbers take one byte. */
    static void writeVarLong(DataOutput out, long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    static long readVarLong(DataInput in) throws IOException {
        long rest = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int read = in.readUnsignedByte();
            rest |= (long) (read & 0x7F) << shift;
            if ((read & 0x80) == 0) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
        throw new IOException("the state is damaged: a number is longer than 64 bits");
    }

    /** A size that is about to be allocated; damaged states must not exhaust the memory. */
    static int readCount(DataInput in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException(
                    "the state is damaged: " + count + " elements where at most " + most + " fit");
        }
        return count;
    }
}
