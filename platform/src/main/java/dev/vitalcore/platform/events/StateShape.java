package dev.vitalcore.platform.events;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How one kind of value is written; big endian, as {@link DataOutputStream} does it. */
interface StateShape {
    void write(DataOutputStream out, Object value) throws IOException;

    /**
     * @throws IllegalArgumentException when no such value is there
     */
    Object read(DataInputStream in) throws IOException;

    /** All that decides how it is written. */
    String described();

    /** Of a component. */
    static StateShape of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> ofGeneric(generic);
            case Class<?> plain -> ofClass(plain);
            default -> throw unwritable(type);
        };
    }

    private static StateShape ofGeneric(ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        return switch (type.getRawType().getTypeName()) {
            case "java.util.Optional" -> new Maybe(of(of[0]));
            case "java.util.List" -> new Many(of(of[0]));
            case "java.util.Map" -> new Mapped(of(of[0]), of(of[1]));
            default -> throw unwritable(type);
        };
    }

    private static StateShape ofClass(Class<?> type) {
        if (type.isRecord()) {
            return RecordShape.of(type);
        }
        if (type.isEnum()) {
            return new Constant(type);
        }
        if (type.isSealed()) {
            return RecordShape.Family.of(type);
        }
        return Primitive.of(type).orElseThrow(() -> unwritable(type));
    }

    private static IllegalArgumentException unwritable(Type type) {
        return new IllegalArgumentException(
                type.getTypeName() + " cannot stand in a snapshot: teach StateShape to write it");
    }

    /** Checks a count before room is made for so many. */
    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IllegalArgumentException(count + " values where fewer bytes follow");
        }
        return count;
    }

    /** Numbers, truth and text. */
    enum Primitive implements StateShape {
        INT(int.class) {
            @Override
            public void write(DataOutputStream out, Object value) throws IOException {
                out.writeInt((Integer) value);
            }

            @Override
            public Object read(DataInputStream in) throws IOException {
                return in.readInt();
            }
        },
        LONG(long.class) {
            @Override
            public void write(DataOutputStream out, Object value) throws IOException {
                out.writeLong((Long) value);
            }

            @Override
            public Object read(DataInputStream in) throws IOException {
                return in.readLong();
            }
        },
        DOUBLE(double.class) {
            @Override
            public void write(DataOutputStream out, Object value) throws IOException {
                out.writeDouble((Double) value);
            }

            @Override
            public Object read(DataInputStream in) throws IOException {
                return in.readDouble();
            }
        },
        BOOLEAN(boolean.class) {
            @Override
            public void write(DataOutputStream out, Object value) throws IOException {
                out.writeBoolean((Boolean) value);
            }

            @Override
            public Object read(DataInputStream in) throws IOException {
                return in.readBoolean();
            }
        },
        TEXT(String.class) {
            @Override
            public void write(DataOutputStream out, Object value) throws IOException {
                byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }

            @Override
            public Object read(DataInputStream in) throws IOException {
                return new String(in.readNBytes(count(in)), StandardCharsets.UTF_8);
            }
        };

        private final Class<?> type;

        Primitive(Class<?> type) {
            this.type = type;
        }

        @Override
        public String described() {
            return name();
        }

        static Optional<StateShape> of(Class<?> type) {
            for (Primitive one : values()) {
                if (one.type == type || one.boxed() == type) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        private Class<?> boxed() {
            return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
        }
    }

    /** A constant of an enum, by its name. */
    record Constant(Class<?> type) implements StateShape {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            Primitive.TEXT.write(out, ((Enum<?>) value).name());
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            Object name = Primitive.TEXT.read(in);
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("no constant of " + type.getSimpleName());
        }

        @Override
        public String described() {
            return Stream.of(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList()
                    .toString();
        }
    }

    /** There or not. */
    record Maybe(StateShape of) implements StateShape {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            Optional<?> maybe = (Optional<?>) value;
            out.writeBoolean(maybe.isPresent());
            if (maybe.isPresent()) {
                of.write(out, maybe.get());
            }
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return in.readBoolean() ? Optional.of(of.read(in)) : Optional.empty();
        }

        @Override
        public String described() {
            return of.described() + "?";
        }
    }

    /** One after the other. */
    record Many(StateShape of) implements StateShape {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            List<?> many = (List<?>) value;
            out.writeInt(many.size());
            for (Object one : many) {
                of.write(out, one);
            }
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            List<Object> many = new ArrayList<>();
            for (int left = count(in); left > 0; left--) {
                many.add(of.read(in));
            }
            return List.copyOf(many);
        }

        @Override
        public String described() {
            return "[" + of.described() + "]";
        }
    }

    /** Key and value in turns, in no order that matters. */
    record Mapped(StateShape keys, StateShape values) implements StateShape {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            Map<?, ?> map = (Map<?, ?>) value;
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                keys.write(out, entry.getKey());
                values.write(out, entry.getValue());
            }
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int left = count(in); left > 0; left--) {
                Object key = keys.read(in);
                map.put(key, values.read(in));
            }
            return Map.copyOf(map);
        }

        @Override
        public String described() {
            return "{" + keys.described() + ":" + values.described() + "}";
        }
    }
}
