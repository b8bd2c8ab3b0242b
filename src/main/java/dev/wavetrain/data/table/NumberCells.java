package dev.wavetrain.data.table;

import dev.wavetrain.data.DecimalSign;
import java.util.Locale;
import java.util.Set;

/** Reads numbers as people and programs write them. */
final class NumberCells {

    /** What stands for no value, in lower case. */
    private static final Set<String> MISSING =
            Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "--", "?", "欠測");

    private static final int LONGEST = 64;
    private static final char MINUS = '\u2212';

    private final char decimal;
    private final char group;
    private final char[] digits = new char[LONGEST];

    NumberCells(DecimalSign sign) {
        decimal = sign.character();
        group = sign == DecimalSign.POINT ? ',' : '.';
    }

    static boolean missing(String cell) {
        return cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /**
     * The number; NaN where the cell is none. Thousands may be grouped, each group whole: 1,234.5
     * is a number and 1,23 is none.
     *
     * @param cell without blanks around it
     */
    double read(String cell) {
        int length = cell.length();
        if (length == 0 || length > LONGEST) {
            return Double.NaN;
        }
        int kept = 0;
        int sinceGroup = -1;
        int leading = 0;
        boolean fraction = false;
        boolean any = false;
        for (int i = 0; i < length; i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits[kept++] = c;
                any = true;
                if (!fraction) {
                    leading++;
                    sinceGroup += sinceGroup >= 0 ? 1 : 0;
                }
            } else if (i == 0 && (c == '-' || c == '+' || c == MINUS)) {
                digits[kept++] = c == MINUS ? '-' : c;
            } else if (c == decimal && !fraction && whole(sinceGroup)) {
                digits[kept++] = '.';
                fraction = true;
            } else if (isGroup(c) && !fraction && any) {
                if (sinceGroup < 0 ? leading > 3 : sinceGroup != 3) {
                    return Double.NaN;
                }
                sinceGroup = 0;
            } else if ((c == 'e' || c == 'E') && any && whole(sinceGroup)) {
                return exponent(cell, i, kept);
            } else {
                return Double.NaN;
            }
        }
        return any && whole(sinceGroup) ? finite(kept) : Double.NaN;
    }

    private double exponent(String cell, int at, int kept) {
        int i = at + 1;
        int end = kept;
        digits[end++] = 'e';
        if (i < cell.length() && (cell.charAt(i) == '-' || cell.charAt(i) == '+')) {
            digits[end++] = cell.charAt(i++);
        }
        int first = i;
        for (; i < cell.length() && cell.charAt(i) >= '0' && cell.charAt(i) <= '9'; i++) {
            digits[end++] = cell.charAt(i);
        }
        return i == cell.length() && i > first ? finite(end) : Double.NaN;
    }

    private boolean isGroup(char c) {
        return c == group || c == '\'' || c == '\u00A0' || c == '\u202F';
    }

    /** Whether no group was begun, or the last one has its three digits. */
    private static boolean whole(int sinceGroup) {
        return sinceGroup < 0 || sinceGroup == 3;
    }

    /** What is beyond a double is no number here. */
    private double finite(int kept) {
        double value = Double.parseDouble(new String(digits, 0, kept));
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
