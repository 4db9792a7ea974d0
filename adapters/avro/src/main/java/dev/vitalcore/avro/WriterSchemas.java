package dev.vitalcore.avro;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.schema.SchemaFaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Turns what other schemas have written into bytes of our own, by Avro's schema resolution: fields
 * are found by name, those that are missing get their defaults, those we do not know are left out.
 * Slow beside reading our own, and only for old values and foreign producers.
 *
 * <p>Remembers the schemas it has read, at most {@value #MOST}; when they are more it begins anew.
 * Thread-safe.
 */
final class WriterSchemas {
    private static final int MOST = 200;

    private final String what;
    private final SchemaIds ids;
    private final Schema own;
    private final Map<Integer, Schema> readable = new ConcurrentHashMap<>();

    WriterSchemas(String what, SchemaIds ids) {
        this.what = what;
        this.ids = ids;
        this.own = AvroSchemas.parse(ids.schema(ids.current()).orElseThrow());
    }

    /**
     * @param in at the first byte of the value
     * @return the same value as our schema writes it
     */
    AvroInput translate(int id, AvroInput in) {
        Schema writer = readable.get(id);
        if (writer == null) {
            writer = readable(id);
            if (readable.size() >= MOST) {
                readable.clear();
            }
            readable.put(id, writer);
        }
        byte[] translated = written(read(writer, in));
        return new AvroInput(what, translated, 0, translated.length);
    }

    private Schema readable(int id) {
        String text = ids.schema(id).orElseThrow(() -> unknown(id));
        Schema writer;
        try {
            writer = AvroSchemas.parse(text);
        } catch (Fault notAvro) {
            throw unreadable(id, List.of(notAvro.text()));
        }
        if (!AvroSchemas.isBounded(writer)) {
            throw unreadable(id, List.of("its records may contain themselves, or nest too deep"));
        }
        List<String> reasons = AvroSchemas.reasonsAgainst(own, writer);
        if (!reasons.isEmpty()) {
            throw unreadable(id, reasons);
        }
        return writer;
    }

    private Object read(Schema writer, AvroInput in) {
        try {
            Object value =
                    new GenericDatumReader<>(writer, own).read(null, new AvroInputDecoder(in));
            in.requireEnd();
            return value;
        } catch (Fault fault) {
            throw fault;
        } catch (IOException | RuntimeException unusable) {
            // Hostile bytes make Avro throw what its classes happen to throw, of no common kind.
            throw in.undecodable(String.valueOf(unusable.getMessage()));
        }
    }

    private byte[] written(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new GenericDatumWriter<>(own, GenericData.get()).write(value, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new IllegalStateException("an array takes all", impossible);
        }
        return out.toByteArray();
    }

    private Fault unknown(int id) {
        return Fault.user(
                SchemaFaults.SCHEMA_UNKNOWN,
                what + " was written with schema " + id + ", which the registry does not know",
                "register the schema first and write the id that the registry gives");
    }

    private Fault unreadable(int id, List<String> reasons) {
        return Fault.user(
                SchemaFaults.INCOMPATIBLE,
                what
                        + " was written with schema "
                        + id
                        + ", which cannot be read: "
                        + String.join("; ", reasons),
                "write a schema that ours can read (docs/schemas.md)");
    }
}
