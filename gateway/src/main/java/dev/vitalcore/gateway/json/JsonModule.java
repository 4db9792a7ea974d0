package dev.vitalcore.gateway.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Absent numbers are null in JSON, which has no NaN. */
public final class JsonModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public JsonModule() {
        super("vitalcore");
        addSerializer(Double.class, new OneNumber());
        addSerializer(double.class, new OneNumber());
        addSerializer(double[].class, new ManyNumbers());
    }

    private static void write(JsonGenerator out, double value) {
        if (!Double.isFinite(value)) {
            out.writeNull();
        } else if ((double) (float) value == value) {
            // As in JsonText: what travelled in single precision is written in single precision.
            out.writeNumber((float) value);
        } else {
            out.writeNumber(value);
        }
    }

    private static final class OneNumber extends StdSerializer<Double> {
        OneNumber() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            write(out, value);
        }
    }

    private static final class ManyNumbers extends StdSerializer<double[]> {
        ManyNumbers() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (double value : values) {
                write(out, value);
            }
            out.writeEndArray();
        }
    }
}
