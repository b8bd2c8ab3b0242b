package dev.wavetrain.data.table;

import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.data.BadTable;
import dev.wavetrain.data.BadTable.Reason;
import dev.wavetrain.data.Encoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/** Finds out how a file writes characters, from all of it, and where it does not. */
final class Encodings {

    private static final int BUFFER = 64 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** An encoding and how many bytes at the beginning only say it. */
    record Found(Encoding encoding, int mark) {}

    private Encodings() {}

    /**
     * @param asked null to find out
     * @throws BadTable where the file is no text, or not in the encoding that was asked for
     */
    static Found of(Spool file, @Nullable Encoding asked) throws IOException {
        byte[] head = file.head(4);
        if (head.length == 0) {
            throw new BadTable(Reason.EMPTY);
        }
        if (startsWith(head, ZIP)) {
            throw new BadTable(Reason.ARCHIVE);
        }
        Found marked = marked(head);
        if (asked == null && marked != null) {
            require(file, marked);
            return marked;
        }
        if (asked != null) {
            int mark = marked != null && marked.encoding() == asked ? marked.mark() : 0;
            Found wanted = new Found(asked, mark);
            require(file, wanted);
            return wanted;
        }
        return guessed(file);
    }

    /** By the sign that some programs put first. */
    private static @Nullable Found marked(byte[] head) {
        if (startsWith(head, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            return new Found(Encoding.UTF_8, 3);
        }
        if (startsWith(head, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
            return new Found(Encoding.UTF_16LE, 2);
        }
        if (startsWith(head, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return new Found(Encoding.UTF_16BE, 2);
        }
        return null;
    }

    /** UTF-8 is hardly ever matched by chance; any bytes are Windows-1252, so it comes last. */
    private static Found guessed(Spool file) throws IOException {
        BadTable first = wrong(file, new Found(Encoding.UTF_8, 0));
        if (first == null) {
            return new Found(Encoding.UTF_8, 0);
        }
        if (first.reason() != Reason.ENCODING) {
            throw first;
        }
        @Nullable BadTable last = first;
        for (Encoding other : new Encoding[] {Encoding.SHIFT_JIS, Encoding.WINDOWS_1252}) {
            last = wrong(file, new Found(other, 0));
            if (last == null) {
                return new Found(other, 0);
            }
        }
        // Hardly a byte is wrong in the last one: with NUL among them they are no characters.
        boolean binary = last != null && last.reason() == Reason.NUL;
        throw binary ? new BadTable(Reason.NOT_TEXT) : first;
    }

    private static void require(Spool file, Found found) throws IOException {
        BadTable wrong = wrong(file, found);
        if (wrong != null) {
            throw wrong;
        }
    }

    /** What is wrong with reading the file like this; null where nothing is. */
    private static @Nullable BadTable wrong(Spool file, Found found) throws IOException {
        CharsetDecoder decoder = strict(found.encoding());
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        Place place = new Place();
        try (NamelessFile.Input in = file.stream(found.mark())) {
            boolean end = false;
            while (!end) {
                bytes.compact();
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(0, n)).flip();
                CoderResult result = decoder.decode(bytes, characters, end);
                if (place.passNul(characters.flip())) {
                    return new BadTable(Reason.NUL, place.line, place.character);
                }
                characters.clear();
                if (result.isError()) {
                    return new BadTable(
                            Reason.ENCODING, place.line, place.character, name(found.encoding()));
                }
            }
        }
        return null;
    }

    static CharsetDecoder strict(Encoding encoding) {
        return encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static String name(Encoding encoding) {
        return encoding.name().replace('_', '-');
    }

    private static boolean startsWith(byte[] head, byte[] start) {
        if (head.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (head[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where reading has come to: lines and characters are counted from 1. */
    private static final class Place {

        private long line = 1;
        private long character = 1;
        private boolean afterReturn;

        /** Goes on behind the characters; true where one is NUL, and stays there. */
        boolean passNul(CharBuffer characters) {
            while (characters.hasRemaining()) {
                char one = characters.get();
                if (one == 0) {
                    return true;
                }
                boolean second = one == '\n' && afterReturn;
                afterReturn = one == '\r';
                if (second) {
                    continue;
                }
                if (one == '\n' || one == '\r') {
                    line++;
                    character = 1;
                } else {
                    character++;
                }
            }
            return false;
        }
    }
}
