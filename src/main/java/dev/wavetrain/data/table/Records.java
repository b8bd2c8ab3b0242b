package dev.wavetrain.data.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.wavetrain.data.BadTable;
import dev.wavetrain.data.BadTable.Reason;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Takes a text apart into lines of fields, each without blanks around it. */
final class Records {

    /** Characters of a field. */
    static final int LONGEST_CELL = 100_000;

    /**
     * Fields in their order.
     *
     * @param line where it begins, from 1
     */
    record Fields(long line, List<String> cells) {}

    private final Handler handler;
    private final Iterator<Fields> records;

    /**
     * @param mostFields of a line
     */
    Records(Reader text, char separator, int mostFields) {
        handler = new Handler(mostFields);
        records =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(LONGEST_CELL)
                        .build(handler, text)
                        .iterator();
    }

    /**
     * @throws BadTable where quotes are wrong or something is too long
     */
    boolean hasNext() throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw refused(e);
        }
    }

    Fields next() {
        return records.next();
    }

    private BadTable refused(CsvParseException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadTable bad) {
                return bad;
            }
        }
        long column = handler.cells.size() + 1L;
        String said = said(e);
        if (said.contains("Unclosed quoted field")) {
            return new BadTable(e, Reason.QUOTE_OPEN, handler.line, column);
        }
        if (said.contains("closing quote")) {
            return new BadTable(e, Reason.AFTER_QUOTE, handler.line, column);
        }
        return new BadTable(e, Reason.CELL_TOO_LONG, handler.line, column, LONGEST_CELL);
    }

    private static String said(CsvParseException e) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            said.append(cause.getMessage()).append('\n');
        }
        return said.toString();
    }

    /** Collects one record. */
    private static final class Handler extends AbstractBaseCsvCallbackHandler<Fields> {

        private final int mostFields;
        private long line;
        private List<String> cells = new ArrayList<>();

        Handler(int mostFields) {
            this.mostFields = mostFields;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            cells = new ArrayList<>(cells.size());
        }

        @Override
        protected void handleField(int index, char[] buffer, int from, int length, boolean quoted) {
            if (index >= mostFields) {
                throw new BadTable(Reason.TOO_MANY_COLUMNS, mostFields);
            }
            int first = from;
            int end = from + length;
            while (first < end && isBlank(buffer[first])) {
                first++;
            }
            while (first < end && isBlank(buffer[end - 1])) {
                end--;
            }
            cells.add(first == end ? "" : new String(buffer, first, end - first));
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0';
        }

        @Override
        protected Fields buildRecord() {
            return new Fields(line, cells);
        }
    }
}
