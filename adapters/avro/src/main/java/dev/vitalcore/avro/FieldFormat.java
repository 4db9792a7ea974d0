package dev.vitalcore.avro;

import dev.vitalcore.kernel.SessionId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * How values of one Java type stand in Avro binary. An optional is a union of null and its value.
 *
 * @param reader is given the field's name for its messages
 */
record FieldFormat(
        BiConsumer<AvroOutput, Object> writer, BiFunction<AvroInput, String, Object> reader) {
    private static final int LIST_LIMIT = 10_000;

    private static final Map<Class<?>, FieldFormat> SIMPLE =
            Map.of(
                    String.class,
                    new FieldFormat((out, v) -> out.writeText((String) v), AvroInput::readText),
                    int.class,
                    new FieldFormat((out, v) -> out.writeLong((Integer) v), AvroInput::readInt),
                    long.class,
                    new FieldFormat((out, v) -> out.writeLong((Long) v), AvroInput::readLong),
                    double.class,
                    new FieldFormat((out, v) -> out.writeDouble((Double) v), AvroInput::readDouble),
                    boolean.class,
                    new FieldFormat(
                            (out, v) -> out.writeBoolean((Boolean) v), AvroInput::readBoolean),
                    SessionId.class,
                    new FieldFormat(
                            (out, v) -> out.writeText(v.toString()),
                            (in, field) -> new SessionId(in.readText(field))),
                    OptionalInt.class,
                    new FieldFormat(FieldFormat::writeInt, FieldFormat::readInt),
                    OptionalDouble.class,
                    new FieldFormat(FieldFormat::writeDouble, FieldFormat::readDouble));

    void write(AvroOutput out, Object value) {
        writer.accept(out, value);
    }

    Object read(AvroInput in, String field) {
        return reader.apply(in, field);
    }

    /**
     * @throws IllegalArgumentException when no Avro type stands for it: a bug of ours
     */
    static FieldFormat of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return list(of(generic.getActualTypeArguments()[0]));
        }
        if (!(type instanceof Class<?> simple)) {
            throw new IllegalArgumentException("no Avro type stands for " + type.getTypeName());
        }
        if (simple.isEnum()) {
            Object[] symbols = simple.getEnumConstants();
            return new FieldFormat(
                    (out, v) -> out.writeEnum((Enum<?>) v),
                    (in, field) -> symbols[in.readIndex(field, symbols.length)]);
        }
        if (simple.isRecord()) {
            RecordFormat record = new RecordFormat(simple, 0);
            return new FieldFormat(record::write, (in, field) -> record.read(in));
        }
        FieldFormat known = SIMPLE.get(simple);
        if (known == null) {
            throw new IllegalArgumentException("no Avro type stands for " + simple.getName());
        }
        return known;
    }

    private static FieldFormat list(FieldFormat item) {
        return new FieldFormat(
                (out, value) -> {
                    List<?> items = (List<?>) value;
                    out.beginArray(items.size());
                    items.forEach(each -> item.write(out, each));
                    out.endArray();
                },
                (in, field) -> in.readList(field, LIST_LIMIT, () -> item.read(in, field)));
    }

    private static void writeInt(AvroOutput out, Object value) {
        OptionalInt number = (OptionalInt) value;
        out.writeLong(number.isPresent() ? 1 : 0);
        number.ifPresent(out::writeLong);
    }

    private static Object readInt(AvroInput in, String field) {
        return in.readIndex(field, 2) == 0
                ? OptionalInt.empty()
                : OptionalInt.of(in.readInt(field));
    }

    private static void writeDouble(AvroOutput out, Object value) {
        OptionalDouble number = (OptionalDouble) value;
        out.writeLong(number.isPresent() ? 1 : 0);
        number.ifPresent(out::writeDouble);
    }

    private static Object readDouble(AvroInput in, String field) {
        return in.readIndex(field, 2) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(in.readDouble(field));
    }
}
