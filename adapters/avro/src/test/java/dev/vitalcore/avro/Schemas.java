package dev.vitalcore.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Avro's own reader and writer over the schemas of the contracts. */
final class Schemas {
    private Schemas() {}

    static Schema load(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream("/avro/" + name + ".avsc")) {
            return new Schema.Parser().parse(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a value after its version byte; fails where bytes are left. */
    static GenericRecord read(Schema schema, byte[] value) {
        return readBare(schema, Arrays.copyOfRange(value, 1, value.length));
    }

    static GenericRecord readBare(Schema schema, byte[] avro) {
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(avro, null);
            GenericRecord read = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IllegalStateException("bytes follow the value");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a value with its version byte. */
    static byte[] write(GenericRecord value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(1);
        write(value, EncoderFactory.get().directBinaryEncoder(out, null));
        return out.toByteArray();
    }

    /** Writes arrays in small blocks with byte sizes, which Avro allows to writers as well. */
    static byte[] writeInSmallBlocks(GenericRecord value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(1);
        EncoderFactory factory = new EncoderFactory().configureBlockSize(64);
        write(value, factory.blockingBinaryEncoder(out, null));
        return out.toByteArray();
    }

    private static void write(GenericRecord value, BinaryEncoder encoder) {
        try {
            new GenericDatumWriter<GenericRecord>(value.getSchema(), GenericData.get())
                    .write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
