package dev.vitalcore.edge.format;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How a MoTeC log file stores one sample; little endian. */
enum LdSampleType {
    INT16(2) {
        @Override
        double read(ByteBuffer bytes) {
            return bytes.getShort();
        }
    },
    INT32(4) {
        @Override
        double read(ByteBuffer bytes) {
            return bytes.getInt();
        }
    },
    FLOAT16(2) {
        @Override
        double read(ByteBuffer bytes) {
            return Float.float16ToFloat(bytes.getShort());
        }
    },
    FLOAT32(4) {
        @Override
        double read(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    };

    private static final int KIND_FLOAT = 7;
    private final int bytes;

    LdSampleType(int bytes) {
        this.bytes = bytes;
    }

    /** Kind 7 is floating point; 0, 3 and 5 are whole numbers. */
    static Optional<LdSampleType> of(int kind, int bytes) {
        return switch (kind) {
            case 0, 3, 5 -> choose(bytes, INT16, INT32);
            case KIND_FLOAT -> choose(bytes, FLOAT16, FLOAT32);
            default -> Optional.empty();
        };
    }

    private static Optional<LdSampleType> choose(int bytes, LdSampleType two, LdSampleType four) {
        return switch (bytes) {
            case 2 -> Optional.of(two);
            case 4 -> Optional.of(four);
            default -> Optional.empty();
        };
    }

    int bytes() {
        return bytes;
    }

    /** Takes one sample. */
    abstract double read(ByteBuffer bytes);
}
