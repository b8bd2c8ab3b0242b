package dev.wavetrain.sharing.archive;

import dev.wavetrain.model.Checksums;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the entries of an archive one after the other, and at the end what they are. */
final class ArchiveWriter {

    /** What writes one entry; it leaves the stream open. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ZipOutputStream zip;
    private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();

    ArchiveWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    void entry(String name, Content content) throws IOException {
        MessageDigest digest = Checksums.sha256();
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(new DigestOutputStream(zip, digest));
        content.writeTo(counted);
        counted.flush();
        zip.closeEntry();
        entries.addObject()
                .put("name", name)
                .put("size", counted.bytes)
                .put("sha256", HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * @param version of the format, which a server has to know to read it
     */
    void end(String product, int version, Instant now) throws IOException {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("format", Entries.FORMAT)
                .put("version", version)
                .put("product", product)
                .put("exportedAt", now.toString())
                .set("entries", entries);
        zip.putNextEntry(new ZipEntry(Entries.MANIFEST));
        zip.write(JSON.writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
    }

    /** Counts, and keeps what it writes to open. */
    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            out.write(some, from, count);
            bytes += count;
        }
    }
}
