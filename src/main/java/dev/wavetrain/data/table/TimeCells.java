package dev.wavetrain.data.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows days and times as they are commonly written: ISO 8601, with slashes, dots or in Japanese,
 * in any order of day, month and year. A column is one of times while one order fits all of it.
 */
final class TimeCells {

    private static final String CLOCK =
            "(?:[T ,]+([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d|60)(?:[.,]\\d{1,9})?)?"
                    + "(?: ?[AaPp][Mm])?(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}))?)?";

    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?|年(\\d{1,2})月(?:(\\d{1,2})日)?)"
                            + CLOCK);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})" + CLOCK);
    private static final Pattern CLOCK_ALONE =
            Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)(?::[0-5]\\d(?:[.,]\\d{1,9})?)?");

    private boolean dayFirst = true;
    private boolean monthFirst = true;

    /** Whether the cell is a time, in an order that all cells before it have too. */
    boolean read(String cell) {
        if (cell.length() > 40) {
            return false;
        }
        Matcher first = YEAR_FIRST.matcher(cell);
        if (first.matches()) {
            String month = first.group(2) == null ? first.group(4) : first.group(2);
            String day = first.group(2) == null ? first.group(5) : first.group(3);
            return isMonth(month) && (day == null || isDay(day));
        }
        Matcher last = YEAR_LAST.matcher(cell);
        if (last.matches()) {
            dayFirst &= isDay(last.group(1)) && isMonth(last.group(2));
            monthFirst &= isMonth(last.group(1)) && isDay(last.group(2));
            return dayFirst || monthFirst;
        }
        return CLOCK_ALONE.matcher(cell).matches();
    }

    private static boolean isMonth(String text) {
        int month = Integer.parseInt(text);
        return month >= 1 && month <= 12;
    }

    private static boolean isDay(String text) {
        int day = Integer.parseInt(text);
        return day >= 1 && day <= 31;
    }
}
