package dev.wavetrain.common;

/**
 * Cells of CSV (RFC 4180). What people wrote may not be taken for a formula where the file is
 * opened: what begins as one gets an apostrophe before it.
 */
public final class Csv {

    /** With which spreadsheets take a cell for a formula, also after they trimmed it. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** A text as a cell. */
    public static String cell(String text) {
        String start = text.replaceFirst("^[\\s\\p{Z}\\p{Cntrl}\\p{Cf}]+", "");
        boolean formula =
                !text.isEmpty()
                        && (FORMULA.indexOf(text.charAt(0)) >= 0
                                || !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0);
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
