package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.json.JsonText;
import dev.vitalcore.telemetry.application.FrameSheet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A sheet of frames as bytes (docs/api.md): {@code VCF1}, the length of a JSON head, the head
 * padded with spaces, then of each car each channel as floats above its base. A position in degrees
 * needs more digits than a float has; what is above the base of some minutes does not.
 */
final class FrameBody {
    static final String MEDIA_TYPE = "application/vnd.vitalcore.frames";
    private static final byte[] MAGIC = "VCF1".getBytes(StandardCharsets.US_ASCII);

    private FrameBody() {}

    static byte[] of(FrameSheet sheet, double fromS, int hz) {
        byte[] head = head(sheet, fromS, hz).getBytes(StandardCharsets.UTF_8);
        int padded = (head.length + 3) / 4 * 4;
        int steps = sheet.grid().steps();
        int columns = sheet.cars().size() * sheet.channels().size();
        ByteBuffer body =
                ByteBuffer.allocate(
                                MAGIC.length
                                        + Integer.BYTES
                                        + padded
                                        + columns * steps * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        body.put(MAGIC).putInt(padded).put(head);
        for (int space = head.length; space < padded; space++) {
            body.put((byte) ' ');
        }
        for (FrameSheet.Car car : sheet.cars()) {
            for (double[] column : car.columns()) {
                double base = base(column);
                for (double value : column) {
                    body.putFloat((float) (value - base));
                }
            }
        }
        return body.array();
    }

    private static String head(FrameSheet sheet, double fromS, int hz) {
        StringBuilder out = new StringBuilder("{\"from_s\":");
        JsonText.number(out, fromS);
        out.append(",\"hz\":").append(hz);
        out.append(",\"frames\":").append(sheet.grid().steps()).append(",\"channels\":[");
        names(out, sheet.channels());
        out.append("],\"cars\":[");
        String separator = "";
        for (FrameSheet.Car car : sheet.cars()) {
            out.append(separator).append("{\"car\":");
            JsonText.string(out, car.car());
            out.append(",\"base\":[");
            bases(out, car.columns());
            out.append("]}");
            separator = ",";
        }
        return out.append("]}").toString();
    }

    private static void names(StringBuilder out, List<String> names) {
        String separator = "";
        for (String name : names) {
            out.append(separator);
            JsonText.string(out, name);
            separator = ",";
        }
    }

    private static void bases(StringBuilder out, List<double[]> columns) {
        String separator = "";
        for (double[] column : columns) {
            out.append(separator);
            JsonText.number(out, base(column));
            separator = ",";
        }
    }

    /** The first value that is known; 0 where none is. */
    private static double base(double[] column) {
        for (double value : column) {
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return 0;
    }
}
