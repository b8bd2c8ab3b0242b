package dev.wavetrain.data;

import dev.wavetrain.common.RefusedFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that is refused, whole: nothing of it is kept. The text bundles say why in each language
 * as {@code data.bad.REASON}, with the same arguments.
 */
public class BadTable extends RefusedFile {

    private static final long serialVersionUID = 1;

    /** Why. Arguments 0 and 1 of most are the line and the column, both from 1. */
    public enum Reason {
        TOO_LARGE("The file is larger than {0} MB."),
        NO_FILE("There is no file in the field \"file\"."),
        EMPTY("The file is empty."),
        ARCHIVE("This is a ZIP file or an Excel workbook: save the table as CSV first."),
        NOT_TEXT("This is no text file."),
        /** Line, character, encoding. */
        ENCODING("Line {0}, character {1} is not {2}: choose another encoding."),
        NUL("Line {0}, character {1} is a NUL byte: this is no CSV text, or of another encoding."),
        HEADER_ONLY("The file has a header and no rows."),
        NAME_MISSING("Line {0}: column {1} has no name."),
        /** Line, column, name, the column that has it too. */
        NAME_TWICE("Line {0}: column {1} has the name of column {3}: \"{2}\"."),
        /** Line, column, how many are allowed. */
        NAME_TOO_LONG("Line {0}: the name of column {1} is longer than {2} characters."),
        NAME_CONTROL("Line {0}: the name of column {1} has control characters."),
        TOO_MANY_COLUMNS("The file has more than {0} columns."),
        TOO_MANY_ROWS("The file has more than {0} rows."),
        /** Line, fields there, fields wanted. */
        RAGGED("Line {0} does not have as many fields as the first line: {1} instead of {2}."),
        QUOTE_OPEN("Line {0}: the quote that opens in column {1} is never closed."),
        AFTER_QUOTE("Line {0}: something stands behind the closing quote in column {1}."),
        /** Line, column, how many are allowed. */
        CELL_TOO_LONG("Line {0}: column {1} is longer than {2} characters. Is a quote not closed?");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private final Reason reason;

    public BadTable(Reason reason, Object... arguments) {
        this(null, reason, arguments);
    }

    public BadTable(@Nullable Throwable cause, Reason reason, Object... arguments) {
        super(cause, reason.message, arguments);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
