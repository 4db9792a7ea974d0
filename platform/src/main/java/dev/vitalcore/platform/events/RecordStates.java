package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * States that are records all the way down, as bytes: components in their order, without names. The
 * name of the format holds a digest of the shape, so a state that was written by another shape is
 * not read. What a component means is not in the shape: where that changes, the {@code edition} has
 * to.
 *
 * <p>Components may be text, int, long, double, boolean, enums, records, sealed families of
 * records, and Optional, List and Map of these. Thread-safe.
 */
public final class RecordStates<S> implements StateFormat<S> {
    private static final int DIGEST_SHOWN = 8;

    private final Class<S> type;
    private final RecordShape shape;
    private final String name;

    /**
     * @param edition counts the meanings of the same shape, and of how events come to it
     * @throws IllegalArgumentException when the states hold what cannot be written
     */
    public RecordStates(Class<S> type, int edition) {
        this.type = type;
        this.shape = RecordShape.of(type);
        byte[] digest = Sha256.begin().digest(shape.described().getBytes(StandardCharsets.UTF_8));
        this.name =
                "%s/%d/%s"
                        .formatted(
                                type.getSimpleName(),
                                edition,
                                HexFormat.of().formatHex(digest, 0, DIGEST_SHOWN));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] write(S state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            shape.write(out, state);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public S read(byte[] state) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
            S read = type.cast(shape.read(in));
            if (in.available() > 0) {
                throw new IllegalArgumentException(in.available() + " bytes follow the state");
            }
            return read;
        } catch (IOException cutShort) {
            throw new IllegalArgumentException("the state is cut short", cutShort);
        }
    }
}
