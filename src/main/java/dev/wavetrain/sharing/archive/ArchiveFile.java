package dev.wavetrain.sharing.archive;

import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.model.Checksums;
import dev.wavetrain.sharing.ArchiveSettings;
import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.BadArchive.Reason;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/**
 * Somebody's file, read from its beginning to its end as often as is needed: nothing is looked up
 * in its directory, whose word might be another. No entry is ever written under its own name.
 */
final class ArchiveFile {

    /** Takes one entry after the other. */
    @FunctionalInterface
    interface Reader {
        void read(String name, InputStream content) throws IOException;
    }

    /** What the manifest says of an entry, and what it turned out to be. */
    private record Sum(long size, String sha256) {}

    /** Below it any ratio goes: a few hundred equal lines shrink to almost nothing. */
    private static final long HARMLESS_BYTES = 16L << 20;

    private static final byte[] FIRST = {'P', 'K', 3, 4};
    private static final byte[] END = {'P', 'K', 5, 6};
    private static final int END_SIZE = 22;

    private final NamelessFile file;
    private final ArchiveSettings settings;

    ArchiveFile(NamelessFile file, ArchiveSettings settings) {
        this.file = file;
        this.settings = settings;
    }

    /**
     * Looks at all of it without keeping any: that it is whole, that it holds nothing but what
     * belongs there, and that each entry is what the manifest says.
     *
     * @throws BadArchive otherwise
     */
    void verify() throws IOException {
        checkEnds();
        Map<String, Sum> found = new HashMap<>();
        JsonNode[] manifest = {null};
        each((name, content) -> {
            if (name.equals(Entries.MANIFEST)) {
                manifest[0] = Lines.json(content, name, settings.mostEntries());
                return;
            }
            MessageDigest digest = Checksums.sha256();
            long size =
                    new DigestInputStream(content, digest)
                            .transferTo(OutputStream.nullOutputStream());
            found.put(name, new Sum(size, HexFormat.of().formatHex(digest.digest())));
        });
        if (manifest[0] == null) {
            throw new BadArchive(Reason.MISSING, Entries.MANIFEST);
        }
        compare(manifest[0], found);
    }

    private void compare(JsonNode manifest, Map<String, Sum> found) {
        if (!Entries.FORMAT.equals(manifest.path("format").asString(""))) {
            throw new BadArchive(Reason.NOT_AN_ARCHIVE);
        }
        JsonNode version = manifest.path("version");
        if (!version.isInt()
                || version.intValue() < Entries.FIRST_VERSION
                || version.intValue() > Entries.VERSION) {
            throw new BadArchive(Reason.VERSION, version.asString("?"));
        }
        Map<String, Sum> left = new HashMap<>(found);
        for (JsonNode entry : manifest.path("entries")) {
            String name = entry.path("name").asString("");
            Sum sum = left.remove(name);
            if (sum == null) {
                throw new BadArchive(found.containsKey(name) ? Reason.TWICE : Reason.MISSING, name);
            }
            if (!entry.path("size").isIntegralNumber()
                    || entry.path("size").longValue() != sum.size()
                    || !entry.path("sha256").asString("").equals(sum.sha256())) {
                throw new BadArchive(Reason.CHECKSUM, name);
            }
        }
        if (!left.isEmpty()) {
            throw new BadArchive(Reason.UNKNOWN_ENTRY, left.keySet().iterator().next());
        }
        for (String name : Entries.ALWAYS) {
            if (!found.containsKey(name)) {
                throw new BadArchive(Reason.MISSING, name);
            }
        }
    }

    /**
     * Hands over all entries in their order.
     *
     * @throws BadArchive where it is none, or is larger than the settings let it be
     */
    void each(Reader reader) throws IOException {
        try (InputStream bytes = new BufferedInputStream(file.input(0));
                ZipInputStream zip = new ZipInputStream(bytes)) {
            Limits limits = new Limits(file.size());
            Map<String, Boolean> seen = new HashMap<>();
            int place = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (seen.size() >= settings.mostEntries()) {
                    throw new BadArchive(Reason.TOO_MANY_ENTRIES, settings.mostEntries());
                }
                int belongs = Entries.place(name);
                if (belongs < 0) {
                    throw new BadArchive(Reason.UNKNOWN_ENTRY, name);
                }
                if (seen.put(name, true) != null) {
                    throw new BadArchive(Reason.TWICE, name);
                }
                if (belongs < place) {
                    throw new BadArchive(Reason.ORDER, name);
                }
                place = belongs;
                InputStream content = limits.within(zip);
                reader.read(name, content);
                // To its end, where its own checksum is compared.
                content.transferTo(java.io.OutputStream.nullOutputStream());
            }
        } catch (EOFException | ZipException | IllegalArgumentException damaged) {
            throw new BadArchive(Reason.TRUNCATED);
        }
    }

    private void checkEnds() throws IOException {
        if (file.size() < FIRST.length + END_SIZE || !hasAt(0, FIRST)) {
            throw new BadArchive(Reason.NOT_A_ZIP);
        }
        if (!hasAt(file.size() - END_SIZE, END)) {
            throw new BadArchive(Reason.TRUNCATED);
        }
    }

    private boolean hasAt(long place, byte[] wanted) throws IOException {
        return Arrays.equals(file.input(place).readNBytes(wanted.length), wanted);
    }

    /** Counts what is unpacked. */
    private final class Limits {

        private final long packed;
        private long unpacked;

        Limits(long packed) {
            this.packed = packed;
        }

        InputStream within(InputStream content) {
            return new InputStream() {
                private long entry;

                @Override
                public int read() throws IOException {
                    int one = content.read();
                    count(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] target, int from, int most) throws IOException {
                    int n = content.read(target, from, most);
                    count(Math.max(0, n));
                    return n;
                }

                private void count(int n) {
                    entry += n;
                    unpacked += n;
                    check(entry);
                }
            };
        }

        private void check(long entry) {
            if (entry > settings.mostEntry().toBytes()) {
                throw new BadArchive(Reason.TOO_LARGE, settings.mostEntry() + " an entry");
            }
            if (unpacked > settings.mostUnpacked().toBytes()) {
                throw new BadArchive(Reason.TOO_LARGE, settings.mostUnpacked());
            }
            if (unpacked > HARMLESS_BYTES && unpacked / settings.mostRatio() > packed) {
                throw new BadArchive(Reason.BOMB, settings.mostRatio());
            }
        }
    }
}
