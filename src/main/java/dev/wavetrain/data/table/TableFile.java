package dev.wavetrain.data.table;

import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.data.AskedFormat;
import dev.wavetrain.data.BadTable;
import dev.wavetrain.data.BadTable.Reason;
import dev.wavetrain.data.DataSettings;
import dev.wavetrain.data.Dataset;
import dev.wavetrain.data.TableFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A file and how it is read: its columns' names, its first rows, all its rows one by one. */
public final class TableFile {

    private static final int SAMPLE_BYTES = 512 * 1024;

    /** Takes the rows. */
    @FunctionalInterface
    public interface Rows {

        /**
         * @param line where the row begins in the file, from 1
         * @param cells one a column
         */
        void row(long line, List<String> cells) throws IOException;
    }

    /** Given the columns' names, makes what takes the rows. */
    @FunctionalInterface
    public interface Columns {
        Rows named(List<String> names) throws IOException;
    }

    /** Told how far reading has come; may throw to end it. */
    @FunctionalInterface
    public interface Progress {
        void share(double share);
    }

    private final Spool file;
    private final DataSettings settings;
    private final TableFormat format;
    private final int mark;

    private TableFile(Spool file, DataSettings settings, TableFormat format, int mark) {
        this.file = file;
        this.settings = settings;
        this.format = format;
        this.mark = mark;
    }

    /**
     * Looks at the whole file for its encoding and at its beginning for the rest.
     *
     * @throws BadTable where it is no text, or not in the encoding that was asked for
     */
    public static TableFile open(Spool file, AskedFormat asked, DataSettings settings)
            throws IOException {
        Encodings.Found found = Encodings.of(file, asked.encoding());
        TableFormat format = FormatDetection.of(found.encoding(), sample(file, found), asked);
        return new TableFile(file, settings, format, found.mark());
    }

    public TableFormat format() {
        return format;
    }

    /** The first bytes as text, up to the end of a line where there is one. */
    private static String sample(Spool file, Encodings.Found found) throws IOException {
        byte[] bytes;
        try (NamelessFile.Input in = file.stream(found.mark())) {
            bytes = in.readNBytes(SAMPLE_BYTES);
        }
        String text =
                found.encoding()
                        .charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
        int end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return bytes.length < SAMPLE_BYTES || end < 0 ? text : text.substring(0, end + 1);
    }

    /**
     * Hands over the columns' names, then the first rows.
     *
     * @throws BadTable where one cannot be read
     */
    public void head(int most, Consumer<List<String>> lines) throws IOException {
        each(
                names -> {
                    lines.accept(names);
                    return (line, cells) -> lines.accept(cells);
                },
                share -> {},
                most);
    }

    /**
     * Reads all of it.
     *
     * @param progress given how much of the file was read, from 0 to 1; now and then
     * @throws BadTable where it is wrong
     */
    public void read(Columns columns, Progress progress) throws IOException {
        long rows = each(columns, progress, Long.MAX_VALUE);
        if (rows == 0) {
            throw new BadTable(Reason.HEADER_ONLY);
        }
    }

    private long each(Columns columns, Progress progress, long most) throws IOException {
        try (NamelessFile.Input bytes = file.stream(mark);
                Reader text = text(bytes)) {
            Records records =
                    new Records(text, format.separator().character(), settings.mostColumns());
            if (!records.hasNext()) {
                throw new BadTable(Reason.EMPTY);
            }
            Records.Fields row = records.next();
            List<String> names = format.header() ? header(row) : numbered(row.cells().size());
            Rows rows = columns.named(names);
            long count = 0;
            boolean there = !format.header() || records.hasNext();
            row = format.header() && there ? records.next() : row;
            while (there && count < most) {
                if (row.cells().size() != names.size()) {
                    throw new BadTable(Reason.RAGGED, row.line(), row.cells().size(), names.size());
                }
                if (count >= settings.mostRows()) {
                    throw new BadTable(Reason.TOO_MANY_ROWS, settings.mostRows());
                }
                rows.row(row.line(), row.cells());
                if ((++count & 0xFFF) == 0) {
                    progress.share((double) bytes.position() / file.size());
                }
                there = count < most && records.hasNext();
                row = there ? records.next() : row;
            }
            return count;
        }
    }

    private Reader text(NamelessFile.Input bytes) {
        return new BufferedReader(
                new InputStreamReader(bytes, Encodings.strict(format.encoding())), 1 << 16);
    }

    private static List<String> header(Records.Fields first) {
        Map<String, Integer> places = new HashMap<>();
        List<String> names = first.cells();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            long line = first.line();
            int column = i + 1;
            if (name.isBlank()) {
                throw new BadTable(Reason.NAME_MISSING, line, column);
            }
            if (name.length() > Dataset.LONGEST_NAME) {
                throw new BadTable(Reason.NAME_TOO_LONG, line, column, Dataset.LONGEST_NAME);
            }
            if (name.chars().anyMatch(Character::isISOControl)) {
                throw new BadTable(Reason.NAME_CONTROL, line, column);
            }
            Integer before = places.put(name, column);
            if (before != null) {
                throw new BadTable(Reason.NAME_TWICE, line, column, name, before);
            }
        }
        return names;
    }

    private static List<String> numbered(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add("column " + i);
        }
        return names;
    }
}
