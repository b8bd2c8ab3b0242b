package dev.wavetrain.data.table;

import dev.wavetrain.data.AskedFormat;
import dev.wavetrain.data.BadTable;
import dev.wavetrain.data.DecimalSign;
import dev.wavetrain.data.Separator;
import dev.wavetrain.data.TableFormat;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a file is written from its first lines: the separator under which lines have as
 * many fields as the first one and most cells are numbers or times, the decimal sign that those
 * numbers have, and whether the first line is unlike the others.
 */
final class FormatDetection {

    private static final int MOST_LINES = 200;

    /** The sample holds no more. */
    private static final int MOST_FIELDS = Integer.MAX_VALUE;

    /** A fraction that is no group of thousands; or one behind such groups. */
    private static final String SURE =
            "[-+]?(\\d*%1$s(\\d{1,2}|\\d{4,})|\\d{1,3}(%2$s\\d{3})+%1$s\\d+)(e.*)?";

    private static final Pattern POINT = sure("\\.", ",");
    private static final Pattern COMMA = sure(",", "\\.");
    private static final Pattern PERHAPS_COMMA = Pattern.compile("[-+]?\\d{1,3},\\d{3}");
    private static final Pattern PERHAPS_POINT = Pattern.compile("[-+]?\\d{1,3}\\.\\d{3}");

    private FormatDetection() {}

    private static Pattern sure(String sign, String group) {
        return Pattern.compile(SURE.formatted(sign, group), Pattern.CASE_INSENSITIVE);
    }

    /**
     * @param text the file's first lines
     */
    static TableFormat of(dev.wavetrain.data.Encoding encoding, String text, AskedFormat asked)
            throws IOException {
        Separator separator = asked.separator() == null ? separator(text) : asked.separator();
        List<List<String>> lines = lines(text, separator);
        DecimalSign decimal = asked.decimal() == null ? decimal(lines, separator) : asked.decimal();
        boolean header = asked.header() == null ? header(lines, decimal) : asked.header();
        return new TableFormat(encoding, separator, decimal, header);
    }

    private static Separator separator(String text) throws IOException {
        Separator best = Separator.COMMA;
        double most = -1;
        for (Separator one : Separator.values()) {
            double score = score(lines(text, one));
            if (score > most) {
                most = score;
                best = one;
            }
        }
        return best;
    }

    /** The first lines, as far as they can be read. */
    private static List<List<String>> lines(String text, Separator separator) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        Records records = new Records(new StringReader(text), separator.character(), MOST_FIELDS);
        try {
            while (lines.size() < MOST_LINES && records.hasNext()) {
                lines.add(records.next().cells());
            }
        } catch (BadTable unreadable) {
            // Said at its place when the file is read.
        }
        return lines;
    }

    private static double score(List<List<String>> lines) {
        if (lines.isEmpty()) {
            return 0;
        }
        Map<Integer, Integer> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(line.size(), 1, Integer::sum));
        int usual = Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
        double share = (double) counts.getOrDefault(usual, 0) / lines.size();
        double likeFirst = lines.getFirst().size() == usual ? 1 : 0.1;
        double several = usual > 1 ? 1 + Math.min(usual, 50) / 1e3 : 0.2;
        return share * likeFirst * several * (1 + 4 * known(lines));
    }

    /** Which part of the cells below the first line are numbers, times or missing. */
    private static double known(List<List<String>> lines) {
        Cells point = new Cells(DecimalSign.POINT);
        Cells comma = new Cells(DecimalSign.COMMA);
        long all = 0;
        long known = 0;
        for (List<String> line : lines.subList(1, lines.size())) {
            for (String cell : line) {
                all++;
                known += point.knows(cell) || comma.knows(cell) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) known / all;
    }

    private static DecimalSign decimal(List<List<String>> lines, Separator separator) {
        long point = 0;
        long comma = 0;
        long perhaps = 0;
        for (List<String> line : lines) {
            for (String cell : line) {
                point += POINT.matcher(cell).matches() ? 1 : 0;
                comma += COMMA.matcher(cell).matches() ? 1 : 0;
                perhaps += PERHAPS_COMMA.matcher(cell).matches() ? 1 : 0;
                perhaps -= PERHAPS_POINT.matcher(cell).matches() ? 1 : 0;
            }
        }
        if (point == comma) {
            boolean continental = perhaps > 0 && separator != Separator.COMMA;
            return continental ? DecimalSign.COMMA : DecimalSign.POINT;
        }
        return comma > point ? DecimalSign.COMMA : DecimalSign.POINT;
    }

    /** No header where the first line has values alone, and a number among them. */
    private static boolean header(List<List<String>> lines, DecimalSign decimal) {
        if (lines.isEmpty()) {
            return true;
        }
        Cells cells = new Cells(decimal);
        List<String> first = lines.getFirst();
        boolean values = first.stream().allMatch(cells::knows);
        return !values || first.stream().noneMatch(cells::isNumber);
    }

    /** What a cell is, one by one. */
    private static final class Cells {

        private final NumberCells numbers;

        Cells(DecimalSign sign) {
            numbers = new NumberCells(sign);
        }

        boolean knows(@Nullable String cell) {
            return cell != null
                    && (NumberCells.missing(cell) || isNumber(cell) || new TimeCells().read(cell));
        }

        boolean isNumber(String cell) {
            return !Double.isNaN(numbers.read(cell));
        }
    }
}
