package dev.wavetrain.common;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Values as compressed JSON, for {@link Parts}. What is not finite is kept as it is. */
public final class PackedJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PackedJson() {}

    public static byte[] pack(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            JSON.writeValue(zipped, value);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #pack} was given. */
    public static <T> T unpack(byte[] bytes, Class<T> type) {
        try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return JSON.readValue(zipped, type);
        } catch (IOException e) {
            throw new UncheckedIOException("what was stored cannot be read", e);
        }
    }
}
