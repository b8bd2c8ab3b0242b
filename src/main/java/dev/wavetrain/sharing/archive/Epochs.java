package dev.wavetrain.sharing.archive;

import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.BadArchive.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The losses of a run as lines, each value with all its bits. */
final class Epochs {

    static final String HEAD = "epoch,loss,val_loss";

    private static final int AT_ONCE = 2_000;
    private static final int LONGEST_LINE = 80;

    private static final String NUMBER =
            "(-?(?:\\d{1,25}(?:\\.\\d{1,25})?(?:E-?\\d{1,3})?|Infinity)|NaN)";
    private static final Pattern LINE =
            Pattern.compile("(\\d{1,9})," + NUMBER + "," + NUMBER + "?");

    private Epochs() {}

    static String line(ResultSet row) throws SQLException {
        int epoch = row.getInt(1);
        double loss = row.getDouble(2);
        double valLoss = row.getDouble(3);
        return epoch + "," + loss + "," + (row.wasNull() ? "" : String.valueOf(valLoss));
    }

    /**
     * Hands over the rows for the database, some thousands at a time.
     *
     * @param last the epoch of the last line
     */
    static void read(
            String name, InputStream content, UUID run, int last, Consumer<List<Object[]>> rows)
            throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(content, StandardCharsets.US_ASCII));
        if (!HEAD.equals(line(lines, name))) {
            throw wrong(name, 0);
        }
        List<Object[]> some = new ArrayList<>();
        int before = 0;
        for (String line = line(lines, name); line != null; line = line(lines, name)) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw wrong(name, before + 1);
            }
            int epoch = Integer.parseInt(parts.group(1));
            if (epoch <= before || epoch > last) {
                throw wrong(name, before + 1);
            }
            before = epoch;
            some.add(new Object[] {run, epoch, real(parts.group(2)), realOrNull(parts.group(3))});
            if (some.size() == AT_ONCE) {
                rows.accept(some);
                some = new ArrayList<>();
            }
        }
        rows.accept(some);
        if (before != last) {
            throw wrong(name, before + 1);
        }
    }

    private static double real(String text) {
        return Double.parseDouble(text);
    }

    private static @Nullable Double realOrNull(@Nullable String text) {
        return text == null ? null : real(text);
    }

    /** Lines have an end, or a file of one line would be held whole. */
    private static @Nullable String line(BufferedReader lines, String name) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (line.length() >= LONGEST_LINE) {
                throw new BadArchive(Reason.VALUE, name);
            }
            line.append((char) c);
        }
        if (!line.isEmpty()) {
            throw new BadArchive(Reason.VALUE, name);
        }
        return null;
    }

    private static BadArchive wrong(String name, int epoch) {
        return new BadArchive(Reason.VALUE, name + ", epoch " + epoch);
    }
}
