package dev.vitalcore.platform.events;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A record, component by component. */
record RecordShape(Class<?> type, Constructor<?> constructor, List<Part> parts)
        implements StateShape {
    private record Part(Method accessor, StateShape shape) {}

    static RecordShape of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " is no record, so no state of a snapshot");
        }
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(
                            Stream.of(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordShape(
                    type, constructor, Stream.of(components).map(RecordShape::part).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    @Override
    public void write(DataOutputStream out, Object value) throws IOException {
        for (Part part : parts) {
            part.shape().write(out, component(part.accessor(), value));
        }
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
        Object[] components = new Object[parts.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = parts.get(i).shape().read(in);
        }
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(
                    "no " + type.getSimpleName() + " has these components", refused.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    @Override
    public String described() {
        return type.getSimpleName()
                + parts.stream()
                        .map(part -> part.accessor().getName() + " " + part.shape().described())
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static Part part(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Part(accessor, StateShape.of(component.getGenericType()));
    }

    private static Object component(Method accessor, Object value) {
        try {
            return Objects.requireNonNull(accessor.invoke(value));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " fails", e);
        }
    }

    /** One of a sealed family, by its place among the records of the family. */
    record Family(List<RecordShape> members) implements StateShape {
        static Family of(Class<?> family) {
            return new Family(records(family).distinct().map(RecordShape::of).toList());
        }

        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            int place = 0;
            while (members.get(place).type() != value.getClass()) {
                place++;
            }
            out.writeInt(place);
            members.get(place).write(out, value);
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            int place = in.readInt();
            if (place < 0 || place >= members.size()) {
                throw new IllegalArgumentException("member " + place + " of " + members.size());
            }
            return members.get(place).read(in);
        }

        @Override
        public String described() {
            return members.stream()
                    .map(RecordShape::described)
                    .collect(Collectors.joining("|", "<", ">"));
        }

        private static Stream<Class<?>> records(Class<?> family) {
            return family.isSealed()
                    ? Stream.of(family.getPermittedSubclasses()).flatMap(Family::records)
                    : Stream.of(family);
        }
    }
}
