package dev.vitalcore.avro;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How a Java record stands in Avro binary: component by component, in their order, which is that of
 * the schema's fields. Names are the same but for their spelling: {@code startNanos} is {@code
 * start_nanos}. For decisions, of which there are few; blocks have codecs written by hand.
 */
final class RecordFormat {
    private final Class<?> type;
    private final int given;
    private final List<Field> fields = new ArrayList<>();
    private final MethodHandle constructor;

    /**
     * @param given how many of the first components are not written here but handed to {@link
     *     #read}
     */
    RecordFormat(Class<?> type, int given) {
        this.type = type;
        this.given = given;
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : List.of(components).subList(given, components.length)) {
            fields.add(
                    new Field(
                            spelled(component.getName()),
                            accessor(component),
                            FieldFormat.of(component.getGenericType())));
        }
        constructor = constructor(type, components);
    }

    String name() {
        return type.getSimpleName();
    }

    void write(AvroOutput out, Object value) {
        for (Field field : fields) {
            field.format.write(out, call(field.accessor, value));
        }
    }

    /**
     * @param first the components that are not written here
     * @throws IllegalArgumentException as the record's constructor throws it
     */
    Object read(AvroInput in, Object... first) {
        Object[] arguments = new Object[given + fields.size()];
        System.arraycopy(first, 0, arguments, 0, given);
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            arguments[given + i] = field.format.read(in, field.name);
        }
        return call(constructor, arguments);
    }

    /** In the spelling of the schemas. */
    static String spelled(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(component + " is not public", e);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asType(MethodType.genericMethodType(types.length))
                    .asSpreader(Object[].class, types.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no public constructor", e);
        }
    }

    private static Object call(MethodHandle handle, Object argument) {
        try {
            return handle.invoke(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record threw a checked exception", e);
        }
    }

    private record Field(String name, MethodHandle accessor, FieldFormat format) {}
}
