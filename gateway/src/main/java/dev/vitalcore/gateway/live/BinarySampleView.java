package dev.vitalcore.gateway.live;

import dev.vitalcore.kernel.EpochNanos;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Samples in binary (docs/api.md), for a screen that is drawn sixty times a second: only what
 * changed, each value with its own time, and names as numbers that a frame introduces before it
 * uses them.
 */
final class BinarySampleView implements SampleView {
    private static final byte[] MAGIC = "VCS1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 16;
    private static final int CAR = 8;
    private static final int VALUE = Short.BYTES + Float.BYTES + Double.BYTES;
    private static final int TRACE = Short.BYTES + Integer.BYTES;
    private static final int POINT = 2 * Double.BYTES;

    /** Names are numbered in 16 bits; what does not fit is not sent. */
    private static final int MOST_NAMES = 0xFFFF;

    private final Map<String, Long> seenVersions = new HashMap<>();
    private final TracePositions traces = new TracePositions();
    private final Map<String, Integer> numbers = new HashMap<>();
    private List<byte[]> introduced = new ArrayList<>();

    @Override
    public void restart() {
        seenVersions.clear();
        traces.restart();
        numbers.clear();
    }

    @Override
    public void send(
            SortedMap<String, LiveCar> cars,
            long originNanos,
            TraceRequest wanted,
            LiveSocket socket)
            throws IOException {
        Optional<ByteBuffer> frame = nextFrame(cars, originNanos, wanted);
        if (frame.isPresent()) {
            socket.send(frame.get());
        }
    }

    /** The next frame; empty where no car has news. */
    Optional<ByteBuffer> nextFrame(
            SortedMap<String, LiveCar> cars, long originNanos, TraceRequest wanted) {
        traces.follow(wanted);
        introduced = new ArrayList<>();
        List<CarNews> news = new ArrayList<>();
        for (Map.Entry<String, LiveCar> car : cars.entrySet()) {
            long seen = seenVersions.getOrDefault(car.getKey(), 0L);
            LiveCar.Changes changes = car.getValue().changesSince(seen);
            seenVersions.put(car.getKey(), changes.version());
            if (changes.version() > seen) {
                news(car.getKey(), car.getValue(), changes, originNanos).ifPresent(news::add);
            }
        }
        return news.isEmpty() ? Optional.empty() : Optional.of(frame(news, originNanos));
    }

    private Optional<CarNews> news(
            String name, LiveCar car, LiveCar.Changes changes, long originNanos) {
        int number = number(name);
        if (number < 0) {
            return Optional.empty();
        }
        List<NumberedValue> values = new ArrayList<>(changes.values().size());
        for (LiveCar.Value value : changes.values()) {
            int channel = number(value.channel());
            if (channel >= 0) {
                values.add(new NumberedValue(channel, value));
            }
        }
        List<NumberedTrace> drawn = new ArrayList<>();
        if (traces.request().cars().contains(name)) {
            for (String channel : traces.request().channels()) {
                TracePositions.Points points = traces.next(name, car, channel, originNanos);
                int channelNumber = points.rows().length > 0 ? number(channel) : -1;
                if (channelNumber >= 0) {
                    drawn.add(new NumberedTrace(channelNumber, points));
                }
            }
        }
        return Optional.of(new CarNews(number, values, drawn, changes.newestNanos()));
    }

    /** -1 where there is none left. */
    private int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        if (numbers.size() >= MOST_NAMES || text.length > MOST_NAMES) {
            return -1;
        }
        int next = numbers.size();
        numbers.put(name, next);
        introduced.add(text);
        return next;
    }

    private ByteBuffer frame(List<CarNews> news, long originNanos) {
        long newest = news.stream().mapToLong(CarNews::newestNanos).max().orElseThrow();
        int names = introduced.stream().mapToInt(name -> Short.BYTES + name.length).sum();
        int size = HEAD + names + news.stream().mapToInt(CarNews::bytes).sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).putShort((short) introduced.size()).putShort((short) news.size());
        out.putDouble(EpochNanos.toSeconds(newest - originNanos));
        for (byte[] name : introduced) {
            out.putShort((short) name.length).put(name);
        }
        for (CarNews car : news) {
            car.write(out, newest);
        }
        return out.flip();
    }

    private record NumberedValue(int channel, LiveCar.Value value) {}

    private record NumberedTrace(int channel, TracePositions.Points points) {}

    private record CarNews(
            int car, List<NumberedValue> values, List<NumberedTrace> traces, long newestNanos) {
        int bytes() {
            int points = traces.stream().mapToInt(trace -> trace.points().rows().length).sum();
            return CAR + values.size() * VALUE + traces.size() * TRACE + points * POINT;
        }

        void write(ByteBuffer out, long newestOfFrame) {
            out.putShort((short) car);
            out.putShort((short) values.size()).putShort((short) traces.size()).putShort((short) 0);
            for (NumberedValue value : values) {
                long age = newestOfFrame - value.value().nanos();
                out.putShort((short) value.channel()).putFloat((float) EpochNanos.toSeconds(age));
                out.putDouble(value.value().value());
            }
            for (NumberedTrace trace : traces) {
                TracePositions.Points points = trace.points();
                out.putShort((short) trace.channel()).putInt(points.rows().length);
                for (int row : points.rows()) {
                    out.putDouble(points.x()[row]);
                }
                for (int row : points.rows()) {
                    out.putDouble(points.y()[row]);
                }
            }
        }
    }
}
