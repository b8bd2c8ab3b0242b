package dev.wavetrain.sharing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes bad archives of a good one. Unless a case says otherwise the manifest is made anew, so that
 * it is the thing that is wrong that is refused and not its checksum.
 */
public final class BadArchives {

    static final String MANIFEST = "manifest.json";

    private final Map<String, byte[]> good;

    public BadArchives(byte[] archive) throws IOException {
        this.good = unpacked(archive);
    }

    static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** Changed, with a manifest that fits. */
    public byte[] with(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        entries.remove(MANIFEST);
        change.accept(entries);
        entries.put(MANIFEST, manifest(entries, 1).getBytes(StandardCharsets.UTF_8));
        return packed(entries);
    }

    /** Changed, with the manifest it had. */
    byte[] behindItsBack(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        change.accept(entries);
        return packed(entries);
    }

    byte[] text(String entry, UnaryOperator<String> change) throws IOException {
        return with(entries -> {
            String before = new String(entries.get(entry), StandardCharsets.UTF_8);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalArgumentException("nothing was changed in " + entry);
            }
            entries.put(entry, after.getBytes(StandardCharsets.UTF_8));
        });
    }

    byte[] version(int version) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        entries.remove(MANIFEST);
        String manifest = manifest(entries, version);
        entries.put(MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
        return packed(entries);
    }

    String first(String prefix) {
        return good.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    byte[] bytes(String entry) {
        return good.get(entry);
    }

    static String manifest(Map<String, byte[]> entries, int version) {
        StringBuilder list = new StringBuilder();
        entries.forEach((name, bytes) ->
                list.append(list.isEmpty() ? "" : ",")
                        .append(
                                "{\"name\":\"%s\",\"size\":%d,\"sha256\":\"%s\"}"
                                        .formatted(
                                                name.replace("\\", "\\\\"),
                                                bytes.length,
                                                sha256(bytes))));
        return "{\"format\":\"wavetrain-project\",\"version\":%d,\"entries\":[%s]}"
                .formatted(version, list);
    }

    static byte[] packed(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
