package dev.vitalcore.gateway.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A binary frame of samples as docs/api.md states it, read without the code that wrote it.
 *
 * @param values "car/channel" with its value
 * @param ages the same with seconds before the frame
 * @param traces the same with the points of its trace, x and y in turn
 */
public record BinaryFrame(
        double atS,
        Map<String, Double> values,
        Map<String, Double> ages,
        Map<String, List<Double>> traces) {
    /**
     * @param names those of all frames so far; new ones are added
     */
    public static BinaryFrame read(ByteBuffer bytes, List<String> names) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (!text(in, 4).equals("VCS1")) {
            throw new AssertionError("this is no frame of samples");
        }
        int newNames = in.getShort() & 0xFFFF;
        int cars = in.getShort() & 0xFFFF;
        double atS = in.getDouble();
        for (int i = 0; i < newNames; i++) {
            names.add(text(in, in.getShort() & 0xFFFF));
        }
        BinaryFrame frame = new BinaryFrame(atS, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (int i = 0; i < cars; i++) {
            frame.readCar(in, names);
        }
        if (in.hasRemaining()) {
            throw new AssertionError(in.remaining() + " bytes are left");
        }
        return frame;
    }

    private void readCar(ByteBuffer in, List<String> names) {
        String car = names.get(in.getShort() & 0xFFFF);
        int count = in.getShort() & 0xFFFF;
        int traced = in.getShort() & 0xFFFF;
        in.getShort();
        for (int i = 0; i < count; i++) {
            String channel = car + "/" + names.get(in.getShort() & 0xFFFF);
            ages.put(channel, (double) in.getFloat());
            values.put(channel, in.getDouble());
        }
        for (int i = 0; i < traced; i++) {
            String channel = car + "/" + names.get(in.getShort() & 0xFFFF);
            int points = in.getInt();
            List<Double> numbers = new ArrayList<>();
            for (int number = 0; number < 2 * points; number++) {
                numbers.add(in.getDouble());
            }
            traces.put(channel, numbers);
        }
    }

    private static String text(ByteBuffer in, int length) {
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
